"""How the spider walks, and what the descriptor says of politeness."""

import datetime as dt
import itertools
import json

import pytest
from invented_eduskunta import (
    API,
    answer,
    both,
    cast,
    hit,
    matter,
    old_answer,
    roll_answer,
    row,
    search,
    speech_search,
    turn,
    vote,
)
from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.pages import PageError
from scrapers.parliaments.finland import (
    MATTER,
    MATTER_VOTES,
    OLD_BALLOTS,
    OLD_VOTES,
    PARLIAMENT,
    SEARCH,
    SPEECHES,
    VOTE,
)
from scrapers.parliaments.finland.keys import address
from scrapers.parliaments.finland.lists import votes_of_year
from scrapers.parliaments.finland.oldballots import ballots_of
from scrapers.parliaments.finland.oldbreakdowns import breakdowns_of
from scrapers.parliaments.finland.oldvotes import rows_of_year
from scrapers.parliaments.finland.spider import EduskuntaSpider
from scrapers.parliaments.finland.windows import speeches_of, window_of
from scrapers.spiders import Selection

VOTES_OF_MATTER = "taysistunnot/asian-aanestykset/HE%207%2F2025%20vp"


def begun(**selection):
    return list(EduskuntaSpider(selection=Selection(**selection)).begin())


def followed(page, given, **selection):
    requests = EduskuntaSpider(selection=Selection(**selection)).follow(page, given)
    return [request.url.removeprefix(f"{API}/") for request in requests]


def test_by_default_the_tracked_bill_the_one_on_joining_and_the_forerunner_are_asked_for():
    assert [request.url.removeprefix(f"{API}/") for request in begun()] == [
        f"{kind}/{bill}"
        for bill in ("HE%2056%2F2025%20vp", "HE%2015%2F2011%20vp", "KAA%204%2F2022%20vp")
        for kind in ("valtiopaivaasiat", "taysistunnot/asian-aanestykset")
    ]


def test_named_bills_are_asked_for_instead():
    assert [request.url for request in begun(bills=("KAA 4/2022 vp",))] == [
        f"{API}/valtiopaivaasiat/KAA%204%2F2022%20vp",
        f"{API}/taysistunnot/asian-aanestykset/KAA%204%2F2022%20vp",
    ]


def test_a_term_is_searched_by_its_parliamentary_year():
    request = begun(term="2025")[0]
    assert (request.method, request.url) == ("POST", f"{API}/search")
    assert json.loads(request.body) == votes_of_year(2025)


def test_a_year_that_the_new_service_does_not_have_is_asked_of_the_old_one():
    assert [request.url for request in begun(term="1999")] == [rows_of_year(1999)]
    assert begun(term="2008")[0].url == f"{API}/search"


def test_the_rows_of_an_old_year_are_followed_to_the_last_page():
    more, last = (old_answer(rows_of_year(1999, 3), row(), hasMore=more, page=3) for more in (True, False))
    spider = EduskuntaSpider()
    *_, following = spider.follow(OLD_VOTES, more)
    assert following.url == rows_of_year(1999, 4)
    assert rows_of_year(1999, 4) not in {request.url for request in spider.follow(OLD_VOTES, last)}


def followed_from_old_rows(*table, **selection):
    spider = EduskuntaSpider(selection=Selection(**selection))
    return [request.url for request in spider.follow(OLD_VOTES, old_answer(rows_of_year(1999), *table))]


def test_the_ballots_and_breakdowns_of_an_old_vote_are_followed_by_the_identifier_of_its_finnish_row():
    swedish = row(AanestysId="13001", KieliId="2")
    assert followed_from_old_rows(row(), swedish) == [ballots_of("13000"), breakdowns_of("13000")]


def test_ballots_of_old_votes_before_the_day_asked_for_are_left_out():
    assert followed_from_old_rows(row(), since=dt.date(1999, 3, 31)) == []


def test_the_ballots_of_an_old_vote_are_followed_to_the_last_page_and_their_members_with_them():
    first = roll_answer(*(cast(number) for number in range(1, 101)), hasMore=True)
    urls = [request.url for request in EduskuntaSpider().follow(OLD_BALLOTS, first)]
    assert urls[0] == f"{API}/kansanedustajat/1"
    assert urls[100:] == [first.url.replace("page=0", "page=1")]
    last = roll_answer(cast(101), page=1)
    assert [request.url for request in EduskuntaSpider().follow(OLD_BALLOTS, last)] == [
        f"{API}/kansanedustajat/101"
    ]


def test_a_term_and_a_bill_are_both_asked_for():
    assert len(begun(term="2025", bills=("HE 7/2025 vp",))) == len(begun(term="2025")) + 2


def windows_of(requests):
    found = [window_of(answer("search", {}, "POST", request.body)) for request in requests]
    return [window for window in found if window is not None]


def test_the_debates_of_a_term_are_searched_week_by_week_from_its_first_day_past_its_last():
    windows = windows_of(begun(term="2024"))
    assert windows[0] == (2024, dt.date(2024, 2, 6), 7)
    assert {later[1] - earlier[1] for earlier, later in itertools.pairwise(windows)} == {dt.timedelta(days=7)}
    assert windows[-1][1] + dt.timedelta(days=7) > dt.date(2025, 2, 3)


def test_the_debates_of_a_term_are_searched_from_the_day_asked_for():
    assert windows_of(begun(term="2024", since=dt.date(2025, 1, 28)))[0][1] == dt.date(2025, 1, 28)


def test_no_debate_that_lies_ahead_is_searched_for():
    spider = EduskuntaSpider(selection=Selection(term="2026"))
    spider.today = dt.date(2026, 1, 10)
    assert windows_of(spider.begin()) == [(2026, dt.date(2026, 1, 1), 7), (2026, dt.date(2026, 1, 8), 7)]


def minutes(number, day, kind="PTKAK"):
    return [{"eduskuntatunnus": number, "asiakirjatyyppikoodi": kind, "laadintapvm": day}]


def followed_from_a_matter(**selection):
    groups = [
        minutes("PTK 9/2025 vp", "2026-01-20"),
        minutes("PTK 3/2025 vp", "2025-03-04"),
        minutes("PR 3/2025 rd", "2025-03-04"),
        minutes("SiVM 1/2025 vp", "2025-02-20", kind="SiVM"),
    ]
    given = answer("valtiopaivaasiat/HE%207%2F2025%20vp", matter(kasittelynAsiakirjat=both(groups)))
    return windows_of(EduskuntaSpider(selection=Selection(**selection)).follow(MATTER, given))


def test_the_debates_on_a_bill_are_searched_by_the_days_of_its_minutes():
    assert followed_from_a_matter() == [(2025, dt.date(2025, 3, 4), 1), (2025, dt.date(2026, 1, 20), 1)]


def test_debates_on_a_bill_before_the_day_asked_for_are_left_out():
    assert followed_from_a_matter(since=dt.date(2025, 3, 5)) == [(2025, dt.date(2026, 1, 20), 1)]


def test_a_week_with_more_turns_than_an_answer_holds_is_searched_day_by_day():
    body = json.dumps(speeches_of(2025, dt.date(2025, 3, 3), 7)).encode()
    given = answer("search", speech_search(turn(), total=1200), "POST", body)
    days = windows_of(EduskuntaSpider().follow(SPEECHES, given))
    assert days == [(2025, dt.date(2025, 3, day), 1) for day in range(3, 10)]


def test_nothing_is_followed_from_a_whole_week():
    body = json.dumps(speeches_of(2025, dt.date(2025, 3, 3), 7)).encode()
    assert followed(SPEECHES, answer("search", speech_search(turn()), "POST", body)) == []


def test_a_search_waits_in_a_slot_of_its_own():
    request = begun(term="2025")[-1]
    slot = PARLIAMENT.download_slots[request.meta["download_slot"]]
    assert slot["delay"] >= 3000 / 450
    assert slot["jitter"] == 0


def test_other_requests_wait_a_second_one_at_a_time():
    slot = PARLIAMENT.download_slots["api.eduskunta.fi"]
    assert (slot["delay"], slot["concurrency"]) == (1.0, 1)


def test_a_slash_in_an_identifier_stays_encoded_in_a_request():
    assert Request(address("valtiopaivaasiat", "HE 7/2025 vp")).url.endswith("/HE%207%2F2025%20vp")


def test_a_slash_in_an_identifier_is_told_apart_from_one_in_the_path():
    encoded, bare = Request(f"{API}/a/HE%207%2F2025"), Request(f"{API}/a/HE%207/2025")
    assert fingerprint(encoded) != fingerprint(bare)


def test_searches_are_told_apart_by_their_bodies():
    assert len({fingerprint(begun(term=year)[0]) for year in ("2024", "2025")}) == 2


def test_the_members_of_a_vote_are_followed():
    given = answer("taysistunnot/aanestykset/2025-3-2", vote())
    assert followed(VOTE, given) == [f"kansanedustajat/{number}" for number in range(1, 6)]


def test_the_votes_of_a_matter_are_followed():
    given = answer(VOTES_OF_MATTER, [{"id": "2025-3-1"}, {"id": "2025-3-2"}])
    assert followed(MATTER_VOTES, given) == [
        "taysistunnot/aanestykset/2025-3-1",
        "taysistunnot/aanestykset/2025-3-2",
    ]


def test_the_votes_of_a_search_are_followed_and_then_the_rest_of_it():
    body = json.dumps(votes_of_year(2025)).encode()
    given = answer("search", search(hit("2025-3-1"), total=2), method="POST", request_body=body)
    assert followed(SEARCH, given) == ["taysistunnot/aanestykset/2025-3-1", "search"]


def test_votes_before_the_day_asked_for_are_left_out():
    hits = hit("2025-3-1", "2025-03-03+02:00"), hit("2025-3-2", "2025-03-04+02:00")
    given = answer("search", search(*hits), method="POST")
    assert followed(SEARCH, given, since=dt.date(2025, 3, 4)) == ["taysistunnot/aanestykset/2025-3-2"]


def test_a_vote_of_an_unknown_day_is_not_left_out():
    given = answer(VOTES_OF_MATTER, [{"id": "2025-3-1"}])
    assert followed(MATTER_VOTES, given, since=dt.date(2025, 3, 4)) == ["taysistunnot/aanestykset/2025-3-1"]


def test_nothing_is_followed_from_a_matter_without_minutes():
    assert followed(MATTER, answer("valtiopaivaasiat/HE%207%2F2025%20vp", matter())) == []


def test_following_an_answer_that_cannot_be_read_is_a_named_error():
    with pytest.raises(PageError):
        followed(VOTE, answer("taysistunnot/aanestykset/2025-3-2", {}))


@pytest.mark.parametrize(
    ("path", "method", "name"),
    [
        ("taysistunnot/aanestykset/2025-3-2", "GET", "vote"),
        (VOTES_OF_MATTER, "GET", "votes of a matter"),
        ("valtiopaivaasiat/HE%207%2F2025%20vp", "GET", "matter"),
        ("kansanedustajat/1", "GET", "member"),
        ("search", "POST", "search"),
    ],
)
def test_each_address_has_its_page(path, method, name):
    assert PARLIAMENT.page_for(f"{API}/{path}", method).name == name


@pytest.mark.parametrize("path", ["kansanedustajat", "taysistunnot/uusimmat-aanestykset", "search?q=%7B%7D"])
def test_addresses_that_we_do_not_read_have_no_page(path):
    assert PARLIAMENT.page_for(f"{API}/{path}") is None


def test_the_list_of_a_sitting_that_is_cut_at_ten_votes_has_no_page():
    assert PARLIAMENT.page_for(f"{API}/taysistunnot/istunnon-aanestykset/2025-3") is None


def test_the_list_of_all_members_that_is_cut_at_a_thousand_has_no_page():
    assert PARLIAMENT.page_for(f"{API}/kansanedustajat") is None


def test_the_parliamentary_years_follow_each_other_without_a_gap():
    years = [term for term in PARLIAMENT.terms if term.start]
    gaps = {later.start - earlier.end for earlier, later in itertools.pairwise(years)}
    assert gaps == {dt.timedelta(days=1)}


def test_the_name_of_the_spider_is_the_name_of_the_parliament():
    assert EduskuntaSpider.name == PARLIAMENT.name
