import datetime as dt

import pytest
from estonia_answers import (
    API,
    DRAFT_URL,
    VOTE_URL,
    WEB,
    WEB_LIST_URL,
    WEB_VOTE_URL,
    a_bills_vote,
    a_committee,
    a_draft,
    a_faction_spell,
    a_member,
    a_plenary,
    a_reading,
    a_sitting,
    a_status,
    a_verbatim,
    a_vote,
    a_voting,
    a_web_list,
    answer,
    coded,
    page,
    uuid,
)
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

from scrapers.pages import PageError
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.spider import RiigikoguSpider, fallback
from scrapers.spiders import Problem, Selection

ALWAYS = [
    f"{API}/usergroups",
    f"{API}/plenary-members",
    f"{API}/plenary-members?status=ALL&membership=15",
]
TRACKED = f"{API}/volumes/drafts/4809d284-9ebf-4ea4-9063-3f360ddedec2"
FORERUNNER = f"{API}/volumes/drafts?mark=726&membership=14"
SESSIONS_URL = f"{API}/sessions"
DEBATES_URL = f"{API}/steno/verbatims?startDate=2025-01-01&endDate=2025-01-31"
VOTINGS_URL = f"{API}/votings?startDate=2025-01-13&endDate=2025-06-20"


def spider(**selection):
    walker = RiigikoguSpider(selection=Selection(**selection))
    walker.today = dt.date(2025, 3, 1)
    return walker


def begun(**selection):
    return [request.url for request in spider(**selection).begin()]


def follow(walker, found):
    return [request.url for request in walker.follow(PARLIAMENT.page_for(found.url), found)]


def followed(walker, url, content):
    return follow(walker, answer(url, content))


def a_session(start, end, term=15):
    return {"membership": term, "number": 1, "type": coded("KORRALINE"), "startDate": start, "endDate": end}


def a_failure(url, error=None):
    failure = Failure(error or ConnectionError("lost"))
    failure.request = Request(url)
    return failure


def asked_instead(url, error=None):
    found = list(spider().failed(a_failure(url, error)))
    assert isinstance(found[0], Problem)
    return [request.url for request in found[1:]]


def test_by_default_it_asks_for_the_tracked_bill_and_its_failed_forerunner():
    assert begun() == [*ALWAYS, TRACKED, FORERUNNER]


@pytest.mark.parametrize("number", ["642", "642 SE"])
def test_a_named_bill_is_searched_for_by_its_number_in_the_current_term(number):
    assert begun(bills=(number,)) == [*ALWAYS, f"{API}/volumes/drafts?mark=642&membership=15"]


@pytest.mark.parametrize("number", ["SE 642", "642 se", "HE 1/2025 vp", ""])
def test_what_is_no_number_of_a_bill_is_refused_before_it_is_asked_for(number):
    with pytest.raises(ValueError, match="not the number of a bill"):
        begun(bills=(number,))


def test_a_whole_term_begins_at_its_sessions():
    members = f"{API}/plenary-members?status=ALL&membership=14"
    assert begun(term="14") == [*ALWAYS[:2], members, SESSIONS_URL]


def test_a_term_that_is_not_known_is_refused_before_anything_is_asked():
    with pytest.raises(ValueError, match="no term 16"):
        begun(term="16")


def test_a_session_leads_to_its_votes_and_to_those_of_the_night_after():
    sessions = [a_session("2025-01-13", "2025-06-19"), a_session("2019-04-04", "2019-06-13", 14)]
    assert followed(spider(term="15"), SESSIONS_URL, sessions) == [VOTINGS_URL]


def test_a_session_that_has_not_begun_is_not_asked_for():
    sessions = [a_session("2025-03-01", "2025-03-01"), a_session("2025-03-02", "2025-06-19")]
    assert followed(spider(term="15"), SESSIONS_URL, sessions) == [
        f"{API}/votings?startDate=2025-03-01&endDate=2025-03-02"
    ]


def test_of_a_session_only_the_days_asked_for_are_asked():
    sessions = [a_session("2024-09-09", "2024-12-19"), a_session("2025-01-13", "2025-06-19")]
    since = spider(term="15", since=dt.date(2025, 2, 1))
    assert followed(since, SESSIONS_URL, sessions) == [
        f"{API}/votings?startDate=2025-02-01&endDate=2025-06-20"
    ]


def test_in_a_whole_term_a_list_leads_to_each_vote_and_once_to_each_bill():
    content = [a_sitting(a_voting(number=1), a_voting(number=2), a_voting(number=3, relatedDraft=None))]
    votes = [f"{API}/votings/{uuid(number)}" for number in (1, 2, 3)]
    assert followed(spider(term="15"), VOTINGS_URL, content) == [*votes, DRAFT_URL, DEBATES_URL]


def test_sittings_that_ended_before_the_day_are_left_out():
    since = spider(term="15", since=dt.date(2025, 1, 9))
    assert followed(since, VOTINGS_URL, [a_sitting(a_voting())]) == []


def test_a_list_leads_nowhere_when_only_a_bill_is_wanted():
    assert followed(spider(), VOTINGS_URL, [a_sitting(a_voting())]) == []


def test_a_bill_leads_to_all_its_votes_also_those_that_were_broken_off():
    votes = a_bills_vote(1), a_bills_vote(2, "15:10:00")
    content = a_draft(a_reading("FIRST_READING", a_plenary()), a_reading("THIRD_READING", a_plenary(*votes)))
    found = followed(spider(), DRAFT_URL, content)
    assert list(dict.fromkeys(found)) == [
        DEBATES_URL,
        *(f"{API}/votings/{uuid(number)}" for number in (1, 2)),
    ]


def test_a_bill_leads_to_the_debates_of_each_month_in_which_it_was_dealt_with():
    january, february = a_plenary(), a_plenary(date="2025-02-12T14:00:00")
    content = a_draft(a_reading("FIRST_READING", january), a_reading("THIRD_READING", february))
    later = f"{API}/steno/verbatims?startDate=2025-02-01&endDate=2025-02-28"
    assert followed(spider(), DRAFT_URL, content) == [DEBATES_URL, later]


def test_the_debates_of_a_month_are_waited_for_longer_than_other_answers():
    found = answer(DRAFT_URL, a_draft(a_reading("FIRST_READING", a_plenary())))
    (request,) = spider().follow(PARLIAMENT.page_for(found.url), found)
    assert request.meta["download_timeout"] >= 60


def test_debates_that_the_interface_does_not_give_are_asked_for_nowhere_else():
    assert asked_instead(DEBATES_URL) == []


def test_a_sitting_that_is_still_to_come_has_no_debates_to_ask_for():
    content = a_draft(a_reading("FIRST_READING", a_plenary(date="2025-03-02T14:00:00")))
    assert followed(spider(), DRAFT_URL, content) == []


def test_what_committees_and_clerks_did_leads_to_no_debates():
    events = a_status("ALGATATUD"), a_committee(("A", "Otsus", None))
    assert followed(spider(), DRAFT_URL, a_draft(a_reading("FIRST_READING", *events))) == []


def test_a_sitting_past_midnight_is_found_in_the_month_of_its_day():
    night = a_sitting(title="Täiskogu korraline istung neljapäev, 31.01.2025 14:00")
    assert followed(spider(term="15"), VOTINGS_URL, [night]) == [DEBATES_URL]


def test_the_debates_are_a_leaf_and_lead_nowhere():
    assert followed(spider(term="15"), DEBATES_URL, [a_verbatim()]) == []


def test_votes_on_a_bill_before_the_day_are_left_out():
    content = a_draft(a_reading("THIRD_READING", a_plenary(a_bills_vote(1))))
    assert followed(spider(since=dt.date(2025, 1, 9)), DRAFT_URL, content) == []


def test_a_search_leads_to_what_it_found():
    found = {"uuid": uuid(5), "mark": 726, "membership": 14}
    content = {"page": {"totalElements": 1}, "_embedded": {"content": [found]}}
    assert followed(spider(), FORERUNNER, content) == [DRAFT_URL]


def test_groups_lead_to_the_factions_of_today():
    def group(number, kind, active):
        return {"uuid": uuid(number), "name": "Name", "type": coded(kind), "active": active}

    groups = [group(1, "FRAKTSIOON", True), group(2, "FRAKTSIOON", False), group(3, "YHENDUS", True)]
    assert followed(spider(), f"{API}/usergroups", groups) == [f"{API}/usergroups/{uuid(1)}"]


def test_in_a_whole_term_those_whose_factions_the_list_forgot_are_asked_for():
    members = [
        a_member(uuid=uuid(1)),
        a_member(active=False, uuid=uuid(2)),
        a_member(a_faction_spell("Blue"), active=False, uuid=uuid(3)),
    ]
    assert followed(spider(term="15"), ALWAYS[1], members) == [f"{API}/plenary-members/{uuid(2)}"]
    assert followed(spider(), ALWAYS[1], members) == []


def test_the_list_on_the_site_leads_to_its_votes():
    found = page(WEB_LIST_URL, a_web_list())
    assert follow(spider(term="15"), found) == [WEB_VOTE_URL, DEBATES_URL]
    assert follow(spider(), found) == []
    assert follow(spider(term="15", since=dt.date(2025, 1, 9)), found) == []


def test_a_vote_is_a_leaf_and_leads_nowhere():
    assert followed(spider(term="15"), VOTE_URL, a_vote()) == []


def test_an_answer_that_cannot_be_read_leads_nowhere():
    with pytest.raises(PageError):
        followed(spider(), DRAFT_URL, b"{")


def test_a_vote_that_the_interface_does_not_give_is_asked_for_on_the_site():
    assert asked_instead(VOTE_URL) == [WEB_VOTE_URL]


def test_a_vote_that_is_not_in_an_archive_is_looked_for_under_its_other_address():
    assert asked_instead(VOTE_URL, IgnoreRequest("no such request")) == [WEB_VOTE_URL]


def test_a_list_that_the_interface_does_not_give_is_asked_for_on_the_site():
    (url,) = asked_instead(f"{API}/votings?startDate=2025-01-08&endDate=2025-01-09")
    assert url == f"{WEB}/?startFrom=08.01.2025&endTo=09.01.2025&startDate=08.01.2025"
    assert PARLIAMENT.page_for(url).name == "web-votes"


@pytest.mark.parametrize("url", [DRAFT_URL, SESSIONS_URL, WEB_VOTE_URL, WEB_LIST_URL, f"{API}/votings"])
def test_for_anything_else_there_is_no_second_address(url):
    assert fallback(url) is None
    assert asked_instead(url) == []


def test_only_the_official_hosts_are_asked():
    assert spider().allowed_domains == ["api.riigikogu.ee", "www.riigikogu.ee"]
