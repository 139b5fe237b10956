"""A crawl of one bill through both chambers, over sources on this machine."""

import json
import shutil
import sqlite3

import pytest
from invented_sejm import API, answers, encode
from loopback import Reply, ottawa, serving
from poland_answers import a_process, a_stage
from senate_pages import (
    DAY,
    SENT,
    VOTE,
    a_club,
    a_day,
    a_list,
    a_listed_act,
    a_roll,
    a_row,
    a_senator,
    a_vote_row,
    an_act,
)

from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS

BILL = a_process(
    a_stage("Start", printNumber="1"),
    a_stage("SejmReading", "III czytanie na posiedzeniu Sejmu", "2025-01-01", sittingNum=1, printNumber="2"),
    a_stage("SenatePosition", "Stanowisko Senatu", "2025-01-20", position="nie wniósł poprawek"),
    number="1",
    title="Rządowy projekt ustawy o niczym",
    ELI="DU/2025/7",
)
JOURNAL = {
    "ELI": "DU/2025/7",
    "title": "Ustawa z dnia 1 stycznia 2025 r. o niczym",
    "displayAddress": "Dz.U. 2025 poz. 7",
    "promulgation": "2025-02-01",
    "entryIntoForce": "2025-02-15",
    "prints": [{"term": 10, "number": "1"}],
}
SITTING = a_row('<a href="tematy,667,1.html">65. pos. Senatu</a>', "23 września 2025")
ACT = f"{ACTS}ustawa,17.html"
LISTED = a_listed_act(17).replace("/prace/ustawa,17.html", ACT)
ONE_DAY = a_day(a_vote_row(1, 10650), dates="23 września 2025 r.")
HTML = {"Content-Type": "text/html"}


def page(body):
    return [Reply(f"<html><body>{body}</body></html>".encode(), headers=HTML)]


SENATE = {
    SENATORS: page(a_senator(1, "Member Alpha") + a_senator(2, "Member Beta")),
    CLUBS: page(a_club("Blue", a_senator(1, "Member Alpha"))),
    ACTS: page(a_list(LISTED)),
    ACT: page(an_act(SENT, SITTING)),
    DAY: page(ONE_DAY),
    VOTE: page(a_roll(("M. Alpha", "Za"), ("M. Beta", "Nieobecny"))),
}
SEJM = {
    **{url: [Reply(encode(answer))] for url, answer in answers().items()},
    f"{API}/processes/1": [Reply(encode(BILL))],
    f"{API}/prints/1": [
        Reply(encode({"term": 10, "number": "1", "title": "Projekt", "processPrint": ["1"]}))
    ],
    f"{API}/prints/2": [Reply(encode({"term": 10, "number": "2", "title": "Raport", "processPrint": ["1"]}))],
    "https://api.sejm.gov.pl/eli/acts/DU/2025/7": [Reply(json.dumps(JOURNAL).encode())],
}


def crawl(folder, senate):
    with serving({**SEJM, **senate}) as source:
        return ottawa("crawl", "poland", "--bill", "1", folder=folder, source=source)


def query(folder, sql):
    with sqlite3.connect(folder / "ottawa.db") as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    run = crawl(folder, SENATE)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def test_the_act_runs_from_the_sejm_to_the_journal_in_one_list(crawled):
    sql = "SELECT kind FROM stages WHERE bill_key = 'pl-sejm-10-1' ORDER BY position"
    assert [kind for (kind,) in query(crawled, sql)] == [
        "submission",
        "third reading",
        "second chamber",
        "promulgation",
        "entry into force",
    ]


def test_the_senates_page_of_the_act_is_joined_by_its_title(crawled):
    assert query(crawled, "SELECT bill_key, counterpart_key FROM bill_counterparts") == [
        ("pl-senat-11-17", "pl-sejm-10-1")
    ]


COMPARED = (
    "SELECT kind, official_value, other_value, other_place FROM discrepancies WHERE field = 'second chamber'"
)


def test_what_the_sejm_says_of_the_senate_is_compared_with_what_the_senate_says(crawled):
    (found,) = query(crawled, COMPARED)
    assert found[:3] == ("contradicts", "2025-09-23", "2025-01-20")
    assert "Sejm" in found[3]


@pytest.mark.parametrize(
    ("day", "kind"),
    [("2025-09-22", "contradicts"), ("2025-09-23", "confirms"), ("2025-09-25", "contradicts")],
)
def test_the_sejm_confirms_the_senate_by_a_day_of_its_sitting(crawled, tmp_path, day, kind):
    shutil.copytree(crawled, tmp_path, dirs_exist_ok=True)
    query(tmp_path, f"UPDATE stages SET date = '{day}' WHERE date = '2025-01-20'")
    assert [row[0] for row in query(tmp_path, COMPARED)] == [kind]


def test_the_senates_ballots_are_those_of_the_senators_whom_they_name(crawled):
    sql = (
        "SELECT persons.name, option FROM ballots JOIN persons ON persons.key = person_key"
        " WHERE vote_key = 'pl-senat-11-vote-10650' ORDER BY persons.name"
    )
    assert query(crawled, sql) == [("Member Alpha", "yes"), ("Member Beta", "absent")]


def test_the_turns_on_the_bill_know_it_by_the_prints_of_their_item(crawled):
    sql = "SELECT key, text, bill_key FROM speeches ORDER BY position"
    assert query(crawled, sql) == [
        ("pl-sejm-10-1-2025-01-01-1", "Words 1.", "pl-sejm-10-1"),
        ("pl-sejm-10-1-2025-01-01-2", "Words 2.", "pl-sejm-10-1"),
    ]


def test_the_turns_belong_to_the_votes_on_the_bill_in_their_sitting(crawled):
    assert query(
        crawled, "SELECT count(DISTINCT vote_key), count(DISTINCT speech_key) FROM vote_speeches"
    ) == [(3, 2)]


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (Reply(status=403), "refused", "HTTP 403"),
        (
            Reply(b"<html><title>Request Rejected</title></html>", headers=HTML),
            "quarantined",
            "Request Rejected",
        ),
    ],
)
def test_a_senate_that_refuses_is_a_named_state_and_the_sejms_process_stands_in(
    tmp_path, reply, state, reason
):
    run = crawl(tmp_path, {key: [reply] for key in SENATE})
    assert run.returncode == 1
    sql = f"SELECT DISTINCT state, url LIKE '%senat.gov.pl%', reason LIKE '%{reason}%' FROM run_problems"
    assert query(tmp_path, sql) == [(state, 1, 1)]
    position = "SELECT decision FROM stages WHERE kind = 'second chamber' AND bill_key = 'pl-sejm-10-1'"
    assert query(tmp_path, position) == [("nie wniósł poprawek",)]
