"""How the spider walks, and what the descriptor says."""

import datetime as dt
import json
from urllib.parse import unquote

import pytest
from invented_saeima import SITTING, TITANIA, UNID, agenda_file, answer, guid, item, on_list
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scrapers.pages import PageError
from scrapers.parliaments.latvia import AGENDA, CARD, MEMBERS, PACKAGE, PARLIAMENT, SITTINGS, TRANSCRIPTS
from scrapers.parliaments.latvia.keys import PACKAGE_URL, card_url, members_url, sittings_url, transcript_url
from scrapers.parliaments.latvia.spider import NOT_OPEN, SaeimaSpider
from scrapers.parliaments.latvia.transcripts import category_url
from scrapers.spiders import Selection

FOLDER = "https://data.gov.lv/dati/dataset/1/resource/2/download"
TRACKED = "14.saeimas-2025.gada-ziemas-sesija-17"
OTHER = "14.saeimas-2025.gada-zila-sesija-3"
OLDER = "13.saeimas-2020.gada-zila-sesija-3"


def begun(**selection):
    spider = SaeimaSpider(selection=Selection(**selection))
    return [unquote(request.url) for request in spider.begin()]


def package(*names, kinds=("dkp", "vote", "deb"), **changes):
    files = [
        {"name": name, "url": f"{FOLDER}/{name}-{kind}.xml", "created": "2025-04-17T02:00:00", **changes}
        for name in names
        for kind in kinds
    ]
    return answer(PACKAGE_URL, json.dumps({"success": True, "result": {"resources": files}}))


def followed(page, given, spider=None, **selection):
    spider = spider or SaeimaSpider(selection=Selection(**selection))
    return [unquote(request.url).rpartition("/")[2] for request in spider.follow(page, given)]


def agenda(name, number):
    return answer(f"{FOLDER}/{name}-dkp.xml", agenda_file(item(LIVSDOCUMENTID=number)))


def calendar(*entries):
    calls = (f'dCC("1","{year}","4","3","4","3","{last}");' for year, last in entries)
    return answer(sittings_url("12", "calendar=1"), "".join(calls))


def problem_of(status, url):
    failure = Failure(HttpError(Response(url, status=status), "not good"))
    failure.request = Request(url)
    problem, *_ = SaeimaSpider().failed(failure)
    return problem


def test_by_default_the_files_the_tracked_bill_and_the_members_are_asked_for():
    assert begun() == [
        PACKAGE_URL,
        f"{TITANIA}/saeimalivs14.nsf/webSasaiste?OpenView&restricttocategory=898/Lp14",
        transcript_url("2610"),
        members_url("14", "deputies?OpenView&count=1000"),
    ]


def test_named_bills_are_asked_for_instead():
    urls = begun(bills=("7/Lp13", "8/Lm13"))
    assert [url for url in urls if "restricttocategory" in url] == [
        "https://titania.saeima.lv/LIVS13/saeimalivs13.nsf/webSasaiste?OpenView&restricttocategory=7/Lp13",
        "https://titania.saeima.lv/LIVS13/saeimalivs_lmp.nsf/webSasaiste?OpenView&restricttocategory=8/Lm13",
    ]
    assert members_url("13", "deputies?OpenView&count=1000") in urls


def test_what_is_no_number_of_a_bill_is_refused_at_once():
    with pytest.raises(ValueError, match="'898' is not the number of a bill"):
        begun(bills=("898",))


def test_a_term_is_asked_for_by_its_calendar_and_members():
    assert begun(term="13")[1:] == [
        members_url("13", "deputies?OpenView&count=1000"),
        sittings_url("13", "calendar=1"),
        "https://www.saeima.lv/lv/transcripts/category/21",
    ]


def test_named_bills_bring_no_transcript_since_none_says_by_a_number_what_it_is_about():
    assert not [url for url in begun(bills=("7/Lp13",)) if "transcripts" in url]


def test_a_term_whose_list_of_transcripts_is_not_known_is_asked_for_without_it():
    assert not [url for url in begun(term="15") if "transcripts" in url]


def test_the_transcripts_of_a_list_are_followed():
    page = '<html><a href="/lv/transcripts/view/17">1</a><a href="/en/transcripts/view/17">1</a></html>'
    assert followed(TRANSCRIPTS, answer(category_url("14"), page)) == ["17"]


def test_of_the_newest_term_the_running_sitting_is_asked_for():
    assert begun(term="15")[-1] == sittings_url("15", "actual=1")


def test_by_default_only_the_agendas_of_the_sittings_on_the_tracked_bill_are_followed():
    assert followed(PACKAGE, package(OTHER, TRACKED, OLDER)) == [f"{TRACKED}-dkp.xml"]


def test_of_a_whole_term_all_files_of_a_sitting_are_followed():
    found = followed(PACKAGE, package(OTHER, OLDER), term="14")
    assert found == [f"{OTHER}-{kind}.xml" for kind in ("dkp", "vote", "deb")]


def test_of_named_bills_the_agendas_of_their_term_are_followed():
    assert followed(PACKAGE, package(OTHER, OLDER), bills=("7/Lp13",)) == [f"{OLDER}-dkp.xml"]


def test_votes_without_an_agenda_are_followed_at_once():
    assert followed(PACKAGE, package(TRACKED, kinds=["vote"])) == [f"{TRACKED}-vote.xml"]


def test_speakers_without_an_agenda_are_followed_at_once():
    assert followed(PACKAGE, package(TRACKED, kinds=["deb"])) == [f"{TRACKED}-deb.xml"]


def test_sittings_whose_files_did_not_change_since_are_left_out():
    assert followed(PACKAGE, package(TRACKED), since=dt.date(2025, 4, 18)) == []
    assert len(followed(PACKAGE, package(TRACKED), since=dt.date(2025, 4, 17))) == 1


def test_sittings_of_an_unknown_day_are_not_left_out():
    assert len(followed(PACKAGE, package(TRACKED, created=None), since=dt.date(2025, 4, 18))) == 1


@pytest.mark.parametrize(
    ("number", "files"), [("898/Lp14", [f"{TRACKED}-vote.xml", f"{TRACKED}-deb.xml"]), ("7/Lp14", [])]
)
def test_the_votes_and_speakers_of_a_sitting_are_followed_if_its_agenda_has_the_bill(number, files):
    spider = SaeimaSpider()
    followed(PACKAGE, package(TRACKED), spider)
    assert followed(AGENDA, agenda(TRACKED, number), spider) == files


def test_the_votes_of_a_whole_term_are_not_asked_for_twice():
    spider = SaeimaSpider(selection=Selection(term="14", bills=("7/Lp14",)))
    followed(PACKAGE, package(TRACKED), spider)
    assert followed(AGENDA, agenda(TRACKED, "7/Lp14"), spider) == []


def test_an_agenda_whose_votes_are_not_listed_leads_nowhere():
    assert followed(AGENDA, agenda(TRACKED, "898/Lp14")) == []


def test_the_pages_of_members_are_followed_in_latvian():
    given = answer(members_url("14", "deputies?OpenView"), on_list(unid=UNID))
    assert followed(MEMBERS, given) == [f"{UNID}?OpenDocument&lang=LV"]


def test_the_sittings_before_the_open_data_are_followed_and_later_ones_are_not():
    given = calendar(("2015", guid(1)), ("2016", guid(2)), ("2017", guid(3)), ("2015", "active=1"))
    assert followed(SITTINGS, given) == [f"DK?ReadForm&nr={guid(number)}" for number in (1, 2)]


def test_the_votes_of_an_agenda_are_followed():
    given = answer(sittings_url("12", f"nr={SITTING}"), f'addVotesLink("{UNID}","{UNID}","0","0","0");')
    (request,) = SaeimaSpider().follow(SITTINGS, given)
    assert PARLIAMENT.page_for(request.url).name == "vote"


def test_nothing_is_followed_from_a_card():
    assert followed(CARD, answer(card_url("7/Lp14"), "")) == []


def test_following_an_answer_that_cannot_be_read_is_a_named_error():
    with pytest.raises(PageError):
        followed(PACKAGE, answer(PACKAGE_URL, "<html></html>"))


def test_401_of_titania_is_a_term_that_is_not_open_yet():
    problem = problem_of(401, sittings_url("15", "calendar=1"))
    assert (problem.state, problem.reason) == ("refused", NOT_OPEN)


@pytest.mark.parametrize(
    ("status", "url", "state", "reason"),
    [
        (401, PACKAGE_URL, "refused", "HTTP 401"),
        (403, sittings_url("14", "calendar=1"), "refused", "HTTP 403"),
        (404, sittings_url("14", "calendar=1"), "failed", "HTTP 404"),
        (500, PACKAGE_URL, "failed", "HTTP 500"),
    ],
)
def test_other_refusals_and_failures_keep_their_names(status, url, state, reason):
    problem = problem_of(status, url)
    assert (problem.state, problem.reason) == (state, reason)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (PACKAGE_URL, "files"),
        (f"{FOLDER}/{TRACKED}-dkp.xml", "agenda"),
        (f"{FOLDER}/{TRACKED}-vote.xml", "votes"),
        (f"{FOLDER}/{TRACKED}-deb.xml", "debates"),
        (category_url("14"), "transcripts"),
        (transcript_url("2610"), "transcript"),
        (f"{TITANIA}/saeimalivs2_dk.nsf/0/{UNID.lower()}?OpenDocument", "vote"),
        (f"{TITANIA}/SaeimaLIVS2_DK.nsf/Voting?ReadForm&parentID={SITTING}&tm=1", "vote"),
        (sittings_url("12", "calendar=1"), "sittings"),
        (card_url("75/P14"), "bill"),
        (members_url("15", "deputies?OpenView"), "members"),
        (members_url("14", f"0/{UNID}?OpenDocument"), "member"),
    ],
)
def test_each_address_has_its_page(url, name):
    assert PARLIAMENT.page_for(url).name == name


@pytest.mark.parametrize(
    "url",
    [
        "https://www.saeima.lv/lv/transcripts/view/2610.rss.rss",
        "https://www.saeima.lv/en/transcripts/view/2610",
        f"{TITANIA}/SaeimaLIVS_LmP.nsf/0/{UNID}?OpenDocument",
        f"{TITANIA}/SaeimaLIVS2_DK.nsf/getTechDKP?OpenAgent",
        "https://titania.saeima.lv.example.org/LIVS14/SaeimaLIVS2_DK.nsf/DK",
    ],
)
def test_addresses_that_we_do_not_read_have_no_page(url):
    assert PARLIAMENT.page_for(url) is None


def test_the_terms_are_those_from_12_to_15_and_only_one_has_a_known_beginning():
    assert PARLIAMENT.term_numbers == ("12", "13", "14", "15")
    assert [term.key for term in PARLIAMENT.terms if term.start] == ["lv-saeima-14"]


def test_each_source_is_asked_one_request_at_a_time_with_two_seconds_between():
    assert PARLIAMENT.download_slots.keys() == {"data.gov.lv", "titania.saeima.lv", "www.saeima.lv"}
    assert {(slot["delay"], slot["concurrency"]) for slot in PARLIAMENT.download_slots.values()} == {(2.0, 1)}


def test_the_pages_that_no_recorded_answer_proves_are_called_constructed():
    evidence = {page.name: page.evidence for page in PARLIAMENT.pages}
    constructed = {name for name, kind in evidence.items() if kind == "constructed"}
    assert constructed == {"files", "votes", "transcripts", "transcript"}
    assert evidence["bill"] == "proven on a rendering"


def test_the_name_of_the_spider_is_the_name_of_the_parliament():
    assert SaeimaSpider.name == PARLIAMENT.name
