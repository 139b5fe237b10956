import datetime as dt
import sqlite3

import pytest

from db.database import open_database
from db.records import Ballot, Expectation, Tally, Vote
from scrapers.intake import Intake
from scrapers.pages import Answer, Page, PageError
from scrapers.spiders import Problem, Received

URL = "https://parliament.example/votes/1"
MOMENT = dt.datetime(2025, 6, 25, 20, 0, tzinfo=dt.UTC)


@pytest.fixture
def db(tmp_path):
    opened = open_database(tmp_path / "ottawa.db")
    yield opened
    opened.close()


@pytest.fixture
def intake(db):
    return Intake(db, "poland", "live")


def received(parse, body=b"{}", origin="live"):
    page = Page(
        name="vote",
        source="pl-sejm-api",
        pattern=".*",
        parse=parse,
        evidence="constructed",
        description="A vote.",
    )
    return Received(
        page=page,
        answer=Answer(url=URL, body=body),
        fingerprint="f1",
        fetched_at=MOMENT,
        origin=origin,
    )


def says(number):
    return lambda _: [Expectation(subject="pl-sejm-10-1", what="votes", expected=number)]


def refuses(answer):
    raise PageError(answer, "votes[3]", "MAYBE is no ballot")


def contradicts(_):
    yield Expectation(subject="pl-sejm-10-1", what="votes", expected=1)
    rows = {"family_name": "017", "given_name": "Member", "faction": None, "option": "yes", "label": "YES"}
    yield Vote(
        key="pl-sejm-10-1-1",
        chamber="pl-sejm",
        term="pl-sejm-10",
        sitting=None,
        number=1,
        date=MOMENT.date(),
        title="Twice",
        method="electronic",
        ballots_status="published",
        is_final=False,
        meaning_of_yes=None,
        declared=Tally(yes=2),
        outcome=None,
        scheme="pl-sejm-10",
        ballots=(Ballot(identifier="17", **rows), Ballot(identifier="17", **rows)),
    )


def count(db, table):
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


@pytest.mark.parametrize("subject", ["pl-sejm-10-1", "\ud800"])
def test_what_no_database_holds_is_quarantined(db, intake, subject):
    found = Expectation(subject=subject, what="votes", expected=2**63)
    assert intake.take(received(lambda _: [found])) == "quarantined"
    assert (count(db, "coverage"), intake.close(requests=1)) == (0, "quarantined")


def test_an_answer_is_stored_with_its_response(db, intake):
    assert intake.take(received(says(3))) == "stored"
    assert list(db.query("SELECT expected, origin, source_url FROM expectations")) == [
        {"expected": 3, "origin": "live", "source_url": URL}
    ]
    assert count(db, "responses") == 1


def test_the_same_content_again_is_not_even_read(intake):
    intake.take(received(says(3)))
    assert intake.take(received(refuses)) == "unchanged"


def test_new_content_is_read_and_its_change_kept(db, intake):
    intake.take(received(says(3)))
    intake.take(received(says(4), body=b"[]"))
    assert list(db.query("SELECT old_value, new_value FROM revisions")) == [
        {"old_value": "3", "new_value": "4"}
    ]


def test_content_that_returns_is_read_again(db, intake):
    for number, body in ((3, b"a"), (4, b"b"), (3, b"a")):
        assert intake.take(received(says(number), body=body)) == "stored"
    assert db.execute("SELECT expected FROM expectations").fetchone() == (3,)


def test_what_cannot_be_read_is_quarantined_with_its_reason(db, intake):
    assert intake.take(received(refuses)) == "quarantined"
    (response,) = db.query("SELECT state, reason FROM responses")
    assert response["state"] == "quarantined"
    assert "votes[3]" in response["reason"]


def test_a_quarantined_answer_is_noted_once_however_often_it_comes(db, intake):
    for _ in range(2):
        assert intake.take(received(refuses)) == "quarantined"
    assert count(db, "responses") == 1


def test_a_contradiction_takes_back_all_of_its_answer(db, intake):
    assert intake.take(received(contradicts)) == "quarantined"
    assert count(db, "expectations") == count(db, "votes") == count(db, "persons") == 0


def test_after_a_quarantine_the_next_answer_meets_no_ghost(db, intake):
    intake.take(received(contradicts))
    mended = next(record for record in contradicts(None) if isinstance(record, Vote))
    whole = Vote(
        **{**{f: getattr(mended, f) for f in mended.__struct_fields__}, "ballots": mended.ballots[:1]}
    )
    assert intake.take(received(lambda _: [whole], body=b"mended")) == "stored"
    assert count(db, "ballots") == 1


def test_an_official_answer_is_read_though_the_sample_said_the_same(db, intake):
    intake.take(received(says(3), origin="sample"))
    assert intake.take(received(says(3))) == "stored"
    assert db.execute("SELECT origin FROM expectations").fetchone() == ("live",)


def test_a_sample_never_replaces_an_official_answer(db, intake):
    intake.take(received(says(3)))
    intake.take(received(says(4), body=b"sample", origin="sample"))
    assert db.execute("SELECT expected, origin FROM expectations").fetchone() == (3, "live")


@pytest.mark.parametrize(
    ("problems", "state"),
    [
        ([], "ok"),
        (["refused"], "refused"),
        (["unreachable", "refused"], "unreachable"),
        (["failed", "unreachable"], "failed"),
        (["not archived"], "ok"),
    ],
)
def test_a_run_is_named_by_the_worst_that_happened(intake, problems, state):
    intake.take(received(says(3)))
    for problem in problems:
        intake.fail(Problem(url=URL, state=problem, reason="because"))
    assert intake.close(requests=1) == state


def test_a_run_that_read_nothing_is_not_well(intake):
    assert intake.close(requests=0) == "nothing found"


def test_a_run_remembers_its_figures(db, intake):
    intake.take(received(says(3)))
    intake.take(received(says(3)))
    intake.fail(Problem(url=URL, state="not archived", reason="because"))
    intake.close(requests=7)
    (run,) = db.query("SELECT requests, responses, unchanged, not_archived, rows_written, state FROM runs")
    assert run == {
        "requests": 7,
        "responses": 2,
        "unchanged": 1,
        "not_archived": 1,
        "rows_written": 2,
        "state": "ok",
    }


def test_a_crash_is_the_runs_reason(db, intake):
    intake.take(received(says(3)))
    assert intake.close(1, crash="stopped before its time: shutdown") == "failed"
    assert db.execute("SELECT reason FROM runs").fetchone() == ("stopped before its time: shutdown",)


def test_a_killed_run_stays_running_in_the_table(db, intake):
    assert db.execute("SELECT state FROM runs").fetchone() == ("running",)


def test_a_row_of_an_unknown_term_is_quarantined_not_stored(db, intake):
    vote = next(record for record in contradicts(None) if isinstance(record, Vote))
    fields = {f: getattr(vote, f) for f in vote.__struct_fields__}
    stray = Vote(**{**fields, "term": "pl-sejm-99", "ballots": ()})
    assert intake.take(received(lambda _: [stray])) == "quarantined"
    assert count(db, "votes") == 0


def test_the_database_refuses_an_orphan(db):
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO run_problems (run_id, state, url, reason, found_at)"
            " VALUES (99, 'failed', '', '', '')"
        )
