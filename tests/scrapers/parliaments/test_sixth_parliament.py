"""A sixth parliament needs one more folder, and no change elsewhere."""

import datetime as dt
import json
import sqlite3

import pytest
from loaded import run_loaded
from rerouted import play_with
from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, Capture


def division(number, *ballots):
    rows = [
        {"member": who, "name": f"{who:03}", "group": "Blue" if who % 2 else "Green", "ballot": ballot}
        for who, ballot in enumerate(ballots, 1)
    ]
    return {
        "number": number,
        "date": "2025-01-15",
        "question": "Shall the Thing rise?",
        "ayes": ballots.count("aye"),
        "nays": ballots.count("nay"),
        "rows": rows,
    }


def keep(folder, number, answer):
    url = f"https://api.atlantis.example/divisions/{number}"
    capture = Capture(
        fingerprint=fingerprint(Request(url)).hex(),
        url=url,
        method="GET",
        request_body=b"",
        fetched_at=dt.datetime(2025, 1, 16, tzinfo=dt.UTC),
        status=200,
        headers=(("Content-Type", "application/json"),),
        origin="live",
    )
    with Archive(folder / "archive") as archive:
        archive.put(capture, json.dumps(answer).encode())


def command(folder, *arguments):
    return run_loaded(play_with, "with_atlantis", *arguments, folder=folder)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("atlantis")
    keep(folder, 1, division(1, "aye", "aye", "nay", "away"))
    keep(folder, 2, division(2, "nay", "nay", "aye", "aye"))
    run = command(folder, "crawl", "atlantis", "--offline")
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


def query(folder, sql):
    with sqlite3.connect(folder / "ottawa.db") as db:
        return db.execute(sql).fetchall()


def test_its_votes_are_stored_with_every_ballot(crawled):
    sql = "SELECT vote_key, count(*) FROM ballots WHERE chamber = 'at-thing' GROUP BY 1 ORDER BY 1"
    assert query(crawled, sql) == [("at-thing-1", 4), ("at-thing-2", 4)]


def test_its_pages_are_listed_with_what_they_were_proven_on(crawled):
    sql = "SELECT key, evidence FROM parsers WHERE source = 'at-api'"
    assert query(crawled, sql) == [("at-api.division", "constructed")]


def test_it_passes_the_same_checks(crawled):
    assert command(crawled, "check").returncode == 0


def test_it_can_be_rebuilt(crawled):
    assert command(crawled, "rebuild", "--database", "again.db").returncode == 0


def test_what_it_cannot_read_is_quarantined(tmp_path):
    keep(tmp_path, 1, division(1, "aye", "perhaps"))
    run = command(tmp_path, "crawl", "atlantis", "--offline")
    assert run.returncode == 1
    assert "unknown ballot 'perhaps'" in run.stdout
