"""When titania is asked in place of the open data, and for what."""

import datetime as dt
from itertools import permutations

import pytest
from invented_saeima import SITTING, VOTE_FILE, agenda_file, answer, item, registration, vote, votes_file
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from test_latvia_spider import FOLDER, OTHER, package
from twisted.python.failure import Failure

from scrapers.caching import NotArchivedError
from scrapers.pages import PageError
from scrapers.parliaments.latvia import AGENDA, PACKAGE, SITTINGS, VOTES
from scrapers.parliaments.latvia.keys import PACKAGE_URL, TRACKED_GUIDS, sittings_url
from scrapers.parliaments.latvia.spider import SaeimaSpider
from scrapers.spiders import Problem, Selection

FILE = f"{FOLDER}/{OTHER}-vote.xml"
ON_TITANIA = sittings_url("14", f"nr={SITTING}")
UNVOTED = dict.fromkeys(
    ("VOTE_TYPE", "RESULT", "VOTERESULT_FOR", "VOTERESULT_AGAINST", "VOTERESULT_ABSTAIN"), ""
)
VOTED, NOTHING_VOTED_ON = agenda_file(item(1)), agenda_file(item(1, **UNVOTED))


def spider_of(**selection):
    return SaeimaSpider(selection=Selection(**selection))


def failed(spider, url, status=500):
    failure = Failure(HttpError(Response(url, status=status), ""))
    failure.request = Request(url)
    return asked(spider.failed(failure))


def followed(spider, page, url, body):
    """What the spider asks for after an answer, also one that cannot be read."""
    found = []
    try:
        found.extend(spider.follow(page, answer(url, body)))
    except PageError:
        return asked(found)
    return asked(found)


def asked(found):
    return [each.reason if isinstance(each, Problem) else each.url for each in found]


def seen(agenda, votes, order, **selection):
    """What is asked for in the end, whichever of the two came first."""
    spider = spider_of(**(selection or {"term": "14"}))
    list(spider.follow(PACKAGE, package(OTHER)))
    comes = {
        "agenda": lambda: followed(spider, AGENDA, f"{FOLDER}/{OTHER}-dkp.xml", agenda),
        "votes": lambda: failed(spider, FILE) if votes is None else followed(spider, VOTES, FILE, votes),
    }
    return [each for name in order for each in comes[name]() if "titania" in each or "no votes" in each]


ORDERS = list(permutations(["agenda", "votes"]))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "votes", [None, "<html></html>", votes_file(vote(), vote("+", number=2, RESULT="Varbūt"))]
)
def test_for_votes_that_fail_or_cannot_be_read_titania_is_asked_for_the_sitting(votes, order):
    assert seen(VOTED, votes, order) == [ON_TITANIA]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("votes", [votes_file(), votes_file(registration("RRr"))])
def test_a_file_without_votes_where_the_house_voted_is_a_problem_and_titania_is_asked(votes, order):
    assert seen(VOTED, votes, order) == ["no votes, where the agenda of the sitting tells of 1", ON_TITANIA]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("agenda", [NOTHING_VOTED_ON, agenda_file(STATUS="8")], ids=["no votes", "cancelled"])
def test_a_file_without_votes_is_no_problem_where_nothing_was_voted_on(agenda, order):
    assert seen(agenda, votes_file(), order) == []


@pytest.mark.parametrize("order", ORDERS)
def test_for_votes_that_came_titania_is_not_asked(order):
    assert seen(VOTED, votes_file(vote()), order) == []


def test_without_the_agenda_nobody_knows_where_titania_has_the_sitting():
    assert failed(spider_of(term="14"), VOTE_FILE) == ["HTTP 500"]


def test_without_the_list_of_files_the_three_sittings_on_the_tracked_bill_are_asked_for():
    pages = [sittings_url("14", f"nr={guid}") for guid in TRACKED_GUIDS]
    assert failed(spider_of(), PACKAGE_URL) == ["HTTP 500", *pages]
    assert followed(spider_of(), PACKAGE, PACKAGE_URL, "<html></html>") == pages


def test_without_the_list_of_files_named_bills_lead_to_no_sittings():
    assert failed(spider_of(bills=("7/Lp14",)), PACKAGE_URL) == ["HTTP 500"]


CALENDAR = sittings_url("14", "calendar=1")
ENTRIES = "".join(f'dCC("1","{year}","4","3","4","3","{SITTING[:-4]}{year}");' for year in (2016, 2023, 2025))


def of_year(*years):
    return [sittings_url("14", f"nr={SITTING[:-4]}{year}") for year in years]


def test_without_the_list_of_files_a_term_is_asked_for_by_its_calendar_whichever_came_first():
    spider = spider_of(term="14")
    assert failed(spider, PACKAGE_URL) == ["HTTP 500"]
    assert followed(spider, SITTINGS, CALENDAR, ENTRIES) == of_year(2016, 2023, 2025)
    spider = spider_of(term="14")
    assert followed(spider, SITTINGS, CALENDAR, ENTRIES) == of_year(2016)
    assert failed(spider, PACKAGE_URL) == ["HTTP 500", *of_year(2023, 2025)]


def test_without_the_list_of_files_years_before_the_selected_day_are_left_out():
    spider = spider_of(term="14", since=dt.date(2024, 6, 1))
    followed(spider, SITTINGS, CALENDAR, ENTRIES)
    assert failed(spider, PACKAGE_URL) == ["HTTP 500", *of_year(2025)]


def test_an_archive_without_the_list_of_files_is_no_failure_of_the_source():
    failure = Failure(NotArchivedError())
    failure.request = Request(PACKAGE_URL)
    assert asked(spider_of().failed(failure)) == ["the archive does not hold it"]
