"""Answers of both chambers that go wrong after good ones: each is quarantined and changes nothing."""

import datetime as dt
import json
from contextlib import closing

import pytest
from poland_answers import (
    DAY_PATH,
    a_listed_vote,
    a_member,
    a_process,
    a_sitting_day,
    a_stage,
    a_statement,
    a_vote,
)
from poland_answers import answer as of_sejm
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from senate_pages import ACT, DAY, VOTE, a_day, a_roll, a_row, a_vote_row, an_act
from senate_pages import answer as of_senate
from twisted.python.failure import Failure

from db.database import open_database
from scrapers.intake import Intake
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.spider import PolishSpider
from scrapers.robots import RobotsError
from scrapers.spiders import Received

FIREWALL = b"<html><head><title>Request Rejected</title></head></html>"
BALLOTS = (("A. Alpha", "Za"), ("B. Beta", "Przeciw"))
SENATE_DAY = a_day(a_vote_row(1, 10650))
GOOD = [
    of_sejm("votings/3/7", a_vote()),
    of_sejm("processes/11", a_process()),
    of_sejm(DAY_PATH, a_sitting_day(a_statement())),
    of_senate(DAY, SENATE_DAY),
    of_senate(VOTE, a_roll(*BALLOTS)),
    of_senate(ACT, an_act()),
]


def sejm(content):
    return of_sejm("votings/3/7", content)


def encoded(content):
    return json.dumps(content, ensure_ascii=False).encode()


def the_same_member_twice():
    content = a_vote()
    content["votes"][1]["MP"] = content["votes"][0]["MP"]
    return content


def a_whole(page):
    return of_senate(VOTE, page).body


SEJM = {
    "truncated": (sejm(encoded(a_vote())[:200]), "body"),
    "in another encoding": (
        sejm(json.dumps(a_vote(title="Źdźbło"), ensure_ascii=False).encode("cp1250")),
        "body",
    ),
    "HTML for JSON": (sejm(FIREWALL), "Request Rejected"),
    "an empty list on a day the house sat": (of_sejm("votings/3", []), ""),
    "a list of ballots that is empty": (sejm(a_vote(votes=[])), "votes"),
    "totals and ballots of different length": (sejm(a_vote(votes=a_vote()["votes"][:-1])), "votes"),
    "an unknown ballot label": (sejm(a_vote("YES MAYBE NO")), "MAYBE"),
    "a member twice": (sejm(the_same_member_twice()), "votes"),
    "a tally that does not add up": (sejm(a_vote(yes=3)), "yes"),
    "a date in another format": (sejm(a_vote(date="10.01.2025 09:30")), "date"),
    "a day of statements without any": (of_sejm(DAY_PATH, a_sitting_day(statements=[])), "statements"),
    "a step of a bill with a date in another format": (
        of_sejm("processes/11", a_process(a_stage("Start", date="10.01.2025"))),
        "date",
    ),
    "half a list of members": (of_sejm("MP", encoded([a_member()])[:40]), "body"),
    "a list of votes in another encoding": (
        of_sejm(
            "votings/3", json.dumps([a_listed_vote(title="Źdźbło")], ensure_ascii=False).encode("cp1250")
        ),
        "body",
    ),
}
SENATE = {
    "truncated": (of_senate(VOTE, a_whole(a_roll(*BALLOTS))[:120]), ""),
    "in another encoding": (of_senate(VOTE, a_roll(("Ź. Źdźbło", "Za")).encode("cp1250")), ""),
    "JSON for HTML": (of_senate(VOTE, b"{}", "application/json"), ""),
    "a firewall's page": (of_senate(VOTE, FIREWALL), "Request Rejected"),
    "a roll without ballots": (of_senate(VOTE, a_roll()), ""),
    "a day without votes on which the house sat": (of_senate(DAY, "<p>Brak</p>"), ""),
    "an unknown ballot label": (of_senate(VOTE, a_roll(("A. Alpha", "Może"))), "unknown word 'może'"),
    "a tally that does not add up": (of_senate(VOTE, a_roll(*BALLOTS, za=7)), "1 where 7 was expected"),
    "a date in another format": (
        of_senate(DAY, a_day(a_vote_row(1, 10650), dates="2025-09-23")),
        "2025-09-23",
    ),
    "a step of an act with a date in another format": (
        of_senate(ACT, an_act(a_row("Przekazanie ustawy do Senatu", "18/09/2025"))),
        "18/09/2025",
    ),
}
BAD = {
    f"{house}: {name}": bad
    for house, found in (("Sejm", SEJM), ("Senate", SENATE))
    for name, bad in found.items()
}


def take_in(db, answers, hour=0):
    intake = Intake(db, "poland", "live")
    taken = [
        intake.take(
            Received(
                page=PARLIAMENT.page_for(found.url),
                answer=found,
                fingerprint=found.url,
                fetched_at=dt.datetime(2025, 10, 1, hour, tzinfo=dt.UTC),
                origin="live",
            )
        )
        for found in answers
    ]
    return taken, intake, intake.close(len(answers))


def everything(db):
    tables = set(db.table_names()) - {"responses", "runs", "run_problems"}
    return {name: sorted(map(str, db[name].rows)) for name in tables if not name.startswith("sqlite_")}


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    with closing(open_database(tmp_path_factory.mktemp("poland") / "x.db")) as database:
        taken, intake, _ = take_in(database, GOOD)
        assert taken == ["stored"] * len(GOOD), intake.problems
        yield database


@pytest.mark.parametrize("fault", BAD)
def test_what_goes_wrong_is_quarantined_by_name_and_leaves_what_is_stored(db, fault):
    found, named = BAD[fault]
    before = everything(db)
    taken, intake, state = take_in(db, [found, GOOD[1], GOOD[5]], hour=1)
    assert (taken[0], "quarantined" in taken[1:]) == ("quarantined", False)
    assert state == "quarantined"
    ((_, url, reason),) = intake.problems
    assert url == found.url
    assert named in reason
    assert everything(db) == before


def failing(url, error):
    failure = Failure(error)
    failure.request = Request(url)
    return [(problem.state, problem.reason) for problem in PolishSpider().failed(failure)]


@pytest.mark.parametrize("url", [GOOD[0].url, VOTE], ids=["Sejm", "Senate"])
@pytest.mark.parametrize(
    ("status", "state"),
    [(401, "refused"), (403, "refused"), (404, "failed"), (429, "failed"), (500, "failed")],
)
def test_a_status_that_is_no_answer_is_a_named_state(url, status, state):
    assert failing(url, HttpError(Response(url, status=status), "")) == [(state, f"HTTP {status}")]


@pytest.mark.parametrize("url", [GOOD[0].url, VOTE], ids=["Sejm", "Senate"])
def test_a_denial_by_robots_is_a_named_state(url):
    ((state, reason),) = failing(url, RobotsError("refused", "robots.txt forbids it"))
    assert (state, "robots.txt" in reason) == ("refused", True)
