"""A crawl of the Eduskunta's two services, through Scrapy, where they behave and where they do not."""

import json

import pytest
from eduskunta_crawled import (
    HTML,
    OLD_ROBOTS,
    ROBOTS,
    SEARCH,
    ballots_url,
    breakdowns_url,
    crawl,
    encode,
    new_vote,
    old_part,
    old_shares,
    query,
    vote_url,
    world,
)
from invented_eduskunta import BALLOTS, ballot, cast, roll_answer, speech_search
from loopback import Reply, ottawa

STORED = (
    "SELECT key, ballots_status FROM votes WHERE chamber = 'fi-eduskunta' AND origin = 'live' ORDER BY key"
)
TABLES = ("votes", "vote_ballots", "vote_breakdowns", "persons", "bills", "stages", "sittings", "speeches")


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("eduskunta")
    run, asked = crawl(folder, world(2, 2))
    assert run.returncode == 0, run.stdout + run.stderr
    return folder, asked


def kept(folder, database="ottawa.db"):
    return {table: query(folder, f"SELECT * FROM {table}", database=database) for table in TABLES}


def test_a_bill_and_an_old_year_are_stored_with_all_their_ballots(crawled):
    assert query(crawled[0], STORED) == [
        ("fi-eduskunta-1999-3-1", "published"),
        ("fi-eduskunta-1999-3-2", "published"),
        ("fi-eduskunta-2025-3-1", "published"),
        ("fi-eduskunta-2025-3-2", "published"),
    ]
    found = "SELECT count(*) FROM ballots WHERE origin = 'live' AND chamber = 'fi-eduskunta'"
    assert query(crawled[0], found) == [(2 * 3 + 2 * 5,)]


def test_every_request_says_who_asks_since_without_it_the_source_answers_a_bare_403(crawled):
    assert all("ottawa" in headers["User-Agent"].lower() for _, headers in crawled[1])


def test_no_address_of_the_eduskunta_is_asked_twice(crawled):
    asked = [url for url, _ in crawled[1]]
    assert len(asked) == len(set(asked))


def test_a_rebuild_of_the_eduskunta_equals_the_crawl(crawled):
    folder, _ = crawled
    run = ottawa("rebuild", "--database", "again.db", folder=folder)
    assert run.returncode == 0, run.stderr
    assert kept(folder, "again.db") == kept(folder)


def recast(number, *ballots):
    return Reply(encode({**new_vote(number), "aanestystapahtumat": list(ballots)}))


def altered(number, **changes):
    return Reply(encode(new_vote(number, **changes)))


def latin(wire):
    return Reply(json.dumps(wire, ensure_ascii=False).encode("latin-1"))


def half(number):
    whole = encode(new_vote(number))
    return Reply(whole[: len(whole) // 2])


def old(number, page, rows):
    """A page of the ballots of an old vote with other rows than it should have."""
    given = json.loads(encode(old_part(number, page)))
    return Reply(encode({**given, "rowData": rows(given["rowData"])}))


def relabelled(rows):
    return [[*rows[0][:6], "Paikalla            ", rows[0][7]], *rows[1:]]


QUARANTINED = {
    "a vote that is cut off": (vote_url(1), half(1), "not whole JSON"),
    "a vote in another encoding": (vote_url(2), latin(new_vote(2)), "body"),
    "a page of HTML for a vote": (
        vote_url(3),
        Reply(b"<html><title>Huoltokatko</title></html>", headers=HTML),
        "an HTML page where JSON was promised, titled 'Huoltokatko'",
    ),
    "a vote that is said to be HTML": (vote_url(4), Reply(encode(new_vote(4)), headers=HTML), "Content-Type"),
    "an empty answer": (vote_url(5), Reply(b""), "body: empty"),
    "a vote without ballots": (vote_url(6), recast(6), "aanestystapahtumat: no ballots"),
    "an unknown label of a ballot": (
        vote_url(7),
        recast(7, ballot(1, "Paikalla"), *BALLOTS[1:]),
        "unknown label 'Paikalla'",
    ),
    "a member who voted twice": (
        vote_url(8),
        recast(8, BALLOTS[0], BALLOTS[0], *BALLOTS[2:]),
        "henkilonumero: ['1']",
    ),
    "ballots that contradict the tally": (vote_url(9), recast(9, ballot(1, "Ei"), *BALLOTS[1:]), "(1, 2"),
    "a day in another format": (vote_url(10), altered(10, istuntopvm="4.3.2025"), "'4.3.2025' is not a date"),
    "a moment in another format": (
        vote_url(11),
        altered(11, aanestysalkuaika="4.3.2025 klo 15.16"),
        "aanestysalkuaika",
    ),
    "the answer to another question": (vote_url(12), Reply(encode(new_vote(13))), "id: '2025-3-13'"),
    "no turn on a day on which the house sat": (
        SEARCH,
        Reply(encode(speech_search())),
        "results: no turn on 2025-03-04, a day of a sitting",
    ),
    "a row that is shorter than the columns": (
        ballots_url(1),
        old(1, 0, lambda rows: [rows[0], rows[1][:-1]]),
        "rowData: 7 where 8 was expected",
    ),
    "more columns than the envelope counts": (
        ballots_url(2),
        Reply(encode(old_part(2, columnCount=7))),
        "columnCount: 7 where 8",
    ),
    "an unknown label of an old ballot": (ballots_url(3), old(3, 0, relabelled), "label 'Paikalla'"),
    "old ballots in another encoding": (
        ballots_url(4),
        latin(json.loads(encode(roll_answer(cast(1, "Tyhjää", vote="13004"), vote="13004")))),
        "body",
    ),
    "an empty second page of ballots": (ballots_url(5, 1), old(5, 1, lambda _: []), "rowCount"),
    "a member on two pages of a roll": (
        ballots_url(6, 1),
        Reply(encode(roll_answer(cast(2, "Ei", vote="13006"), vote="13006", page=1, perPage=2))),
        "a person has two ballots, in two answers",
    ),
    "old ballots that contradict the tally": (
        ballots_url(7, 1),
        Reply(encode(roll_answer(cast(3, "Jaa", vote="13007"), vote="13007", page=1, perPage=2))),
        "3 ballots are yes, but the vote declares 2",
    ),
    "breakdowns of another vote": (breakdowns_url(8), Reply(encode(old_shares(9))), "AanestysId: '13009'"),
}
FAILED = {
    "bad request": (vote_url(13), Reply(status=400), "failed", "HTTP 400"),
    "unauthorised": (vote_url(14), Reply(status=401), "refused", "HTTP 401"),
    "forbidden": (vote_url(15), Reply(status=403), "refused", "HTTP 403"),
    "not there": (
        vote_url(16),
        Reply(b'{"message":"No matches for given id"}', status=404),
        "failed",
        "HTTP 404",
    ),
    "too many requests, come back tomorrow": (
        vote_url(17),
        Reply(status=429, headers={"Retry-After": "86400"}),
        "failed",
        "HTTP 429",
    ),
    "500 for ever": (vote_url(18), Reply(status=500), "failed", "HTTP 500"),
    "500 for the second half of a roll": (ballots_url(10, 1), Reply(status=500), "failed", "HTTP 500"),
}
NEW, OLD = 20, 10
SOUND = {19, 20}
"""The votes of the new service that nothing is wrong with."""


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """One crawl in which many answers have each a fault of their own."""
    folder = tmp_path_factory.mktemp("troubled")
    faults = {url: [reply] for url, reply, *_ in (*QUARANTINED.values(), *FAILED.values())}
    run, _ = crawl(folder, world(NEW, OLD) | faults)
    return folder, run


def test_a_crawl_of_the_eduskunta_with_faults_ends_with_1_and_names_one(troubled):
    assert troubled[1].returncode == 1
    assert "eduskunta.fi/api/v1/" in troubled[1].stdout


@pytest.mark.parametrize("fault", QUARANTINED)
def test_what_the_eduskunta_gets_wrong_is_quarantined_with_its_reason(fault, troubled):
    url, _, named = QUARANTINED[fault]
    ((state, reason),) = query(troubled[0], "SELECT state, reason FROM responses WHERE url = ?", url)
    assert state == "quarantined"
    assert named in reason


@pytest.mark.parametrize("fault", FAILED)
def test_what_the_eduskunta_does_not_give_is_a_named_state(fault, troubled):
    url, _, state, reason = FAILED[fault]
    assert query(troubled[0], "SELECT state, reason FROM run_problems WHERE url = ?", url) == [
        (state, reason)
    ]


def test_what_nothing_is_wrong_with_is_stored_beside_the_faults(troubled):
    stored = dict(query(troubled[0], STORED))
    new = {key for key in stored if "-2025-" in key}
    assert new == {f"fi-eduskunta-2025-3-{number}" for number in SOUND}
    assert len(stored) - len(new) == OLD


def test_an_old_vote_of_which_a_half_is_missing_is_never_shown_as_whole(troubled):
    stored = query(
        troubled[0],
        "SELECT number, ballots_status, counted_yes FROM votes WHERE key LIKE 'fi-eduskunta-1999-%'"
        " ORDER BY number",
    )
    nothing, a_half, whole = ("not_collected", None), ("partial", None), ("published", 2)
    expected = {1: nothing, 2: nothing, 3: nothing, 4: nothing, 5: a_half, 6: a_half, 7: a_half, 10: a_half}
    assert {number: found for number, *found in map(list, stored)} == {
        number: list(expected.get(number, whole)) for number in range(1, OLD + 1)
    }


def test_a_rebuild_quarantines_what_the_crawl_of_the_eduskunta_did(troubled):
    folder, _ = troubled
    run = ottawa("rebuild", "--database", "again.db", folder=folder)
    assert run.returncode == 1
    assert kept(folder, "again.db") == kept(folder)


def test_what_is_stored_stays_as_it_is_when_every_answer_goes_bad(tmp_path):
    crawl(tmp_path, world(2, 2))
    before = kept(tmp_path)
    bad = {url: [Reply(b'{"id": "unknown"}')] for url in world(2, 2)} | {
        url: [Reply(status=404)] for url in (ROBOTS, OLD_ROBOTS)
    }
    run, _ = crawl(tmp_path, bad)
    assert run.returncode == 1
    assert kept(tmp_path) == before


def test_where_robots_deny_the_new_service_the_old_one_is_stored_all_the_same(tmp_path):
    deny = Reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    run, asked = crawl(tmp_path, world(2, 2) | {ROBOTS: [deny]})
    assert run.returncode == 1
    assert {url for url, _ in asked if "api.eduskunta.fi" in url} == {ROBOTS}
    states = query(tmp_path, "SELECT DISTINCT state, reason FROM run_problems")
    assert states == [("refused", "robots.txt does not allow it")]
    assert [status for _, status in query(tmp_path, STORED)] == ["published", "published"]
