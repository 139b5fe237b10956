"""Answers that go wrong after good ones were stored: each is quarantined by name and changes nothing."""

import json
from contextlib import closing

import pytest
from estonia_answers import (
    API,
    DRAFT_URL,
    FIGURES,
    VERBATIMS_URL,
    VOTE_URL,
    WEB_LIST_URL,
    WEB_VOTE_URL,
    a_draft,
    a_reading,
    a_sitting,
    a_status,
    a_verbatim,
    a_vote,
    a_voter,
    a_voting,
    a_web_list,
    a_web_vote,
    answer,
    coded,
    page,
    web_list_row,
)
from estonia_store import take
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from db.database import open_database
from scrapers.parliaments.estonia.spider import RiigikoguSpider
from scrapers.robots import RobotsError
from scrapers.spiders import Problem

GUARD = b"<html><head><title>Just a moment...</title></head></html>"
VOTES_URL = f"{API}/votings?startDate=2025-01-01&endDate=2025-01-31"
GOOD = [
    answer(VOTES_URL, [a_sitting(a_voting())]),
    answer(VOTE_URL, a_vote()),
    answer(DRAFT_URL, a_draft()),
    answer(VERBATIMS_URL, [a_verbatim()]),
]


def encoded(content, encoding="utf-8"):
    return json.dumps(content, ensure_ascii=False).encode(encoding)


TWICE = [a_voter(1, "P"), a_voter(1, "P"), a_voter(3, "V"), a_voter(4, "E"), a_voter(5, "H"), a_voter(6, "-")]
STRANGE = [a_voter(1, "P", decision=coded("VOIB_OLLA")), *a_vote()["voters"][1:]]
FEWER = a_vote()["voters"][:-1]
DIFFERING = dict(FIGURES, Poolt=99)

BAD = {
    "truncated": (answer(VOTE_URL, encoded(a_vote())[:200]), "body"),
    "in another encoding": (answer(VOTE_URL, encoded(a_vote(description="Lõpphääletus"), "cp1257")), "body"),
    "HTML for JSON": (answer(VOTE_URL, GUARD), "Just a moment"),
    "an empty list on a day the house sat": (answer(VOTES_URL, []), ""),
    "a period of debates without a sitting": (answer(VERBATIMS_URL, []), ""),
    "figures and ballots of different length": (
        answer(VOTE_URL, a_vote(voters=a_vote()["voters"][:-1])),
        "voters",
    ),
    "an unknown ballot label": (answer(VOTE_URL, a_vote(voters=STRANGE)), "VOIB_OLLA"),
    "a member twice": (answer(VOTE_URL, a_vote(voters=TWICE)), "voters"),
    "a tally that does not add up": (answer(VOTE_URL, a_vote(inFavor=3)), ""),
    "a date in another format": (answer(VOTE_URL, a_vote(startDateTime="08.01.2025 15:04")), "startDateTime"),
    "a date of a bill in another format": (
        answer(DRAFT_URL, a_draft(a_reading("INITIATION", a_status("ALGATATUD", "08.01.2025")))),
        "proceedingEvents[0].date",
    ),
    "a page of the site that was cut": (page(WEB_VOTE_URL, a_web_vote()[:700]), ""),
    "a page of the site in another encoding": (page(WEB_VOTE_URL, a_web_vote().encode("cp1257")), ""),
    "JSON for HTML": (answer(WEB_VOTE_URL, {}), ""),
    "an empty list of the site": (page(WEB_LIST_URL, "<html><body></body></html>"), ""),
    "bars of the site that do not add up": (page(WEB_LIST_URL, a_web_list(web_list_row(DIFFERING))), ""),
}


STATES = {401: "refused", 403: "refused", 404: "failed", 429: "failed", 500: "failed"}


def everything(db):
    tables = set(db.table_names()) - {"responses", "runs", "run_problems"}
    return {name: sorted(map(str, db[name].rows)) for name in tables if not name.startswith("sqlite_")}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with closing(open_database(tmp_path_factory.mktemp("estonia") / "x.db")) as db:
        assert take(db, *GOOD) == ["stored"] * len(GOOD)
        yield db


@pytest.mark.parametrize("fault", BAD)
def test_what_goes_wrong_is_quarantined_by_name_and_leaves_what_is_stored(store, fault):
    found, named = BAD[fault]
    before = everything(store)
    assert take(store, found, *GOOD)[0] == "quarantined"
    ((state, url, reason),) = store.execute(
        "SELECT run_problems.state, url, run_problems.reason FROM run_problems"
        " WHERE run_id = (SELECT max(id) FROM runs)"
    ).fetchall()
    assert (state, url) == ("quarantined", found.url)
    assert named in reason
    assert everything(store) == before


def failing(url, error):
    failure = Failure(error)
    failure.request = Request(url)
    found = [each for each in RiigikoguSpider().failed(failure) if isinstance(each, Problem)]
    return [(problem.state, problem.reason) for problem in found]


@pytest.mark.parametrize("url", [VOTE_URL, DRAFT_URL, WEB_VOTE_URL], ids=["vote", "bill", "site"])
@pytest.mark.parametrize(
    ("status", "state"),
    [(401, "refused"), (403, "refused"), (404, "failed"), (429, "failed"), (500, "failed")],
)
def test_a_status_that_is_no_answer_is_a_named_state(url, status, state):
    assert failing(url, HttpError(Response(url, status=status), "")) == [(state, f"HTTP {status}")]


def test_a_denial_by_robots_is_a_named_state():
    assert failing(VOTE_URL, RobotsError("refused", "robots.txt forbids it")) == [
        ("refused", "robots.txt forbids it")
    ]
