import datetime as dt
import sqlite3

import pytest
from invented_house import note

from db.ledger import STOPPED, Ledger, RunFigures, now


@pytest.fixture
def ledger(house):
    return Ledger(house.db)


def test_a_run_is_running_until_it_ends(house, ledger):
    run = ledger.begin("elsewhere", "sample")
    (found,) = house.db.query("SELECT * FROM runs WHERE id = ?", [run])
    assert (found["spider"], found["mode"], found["state"]) == ("elsewhere", "sample", "running")
    assert (found["finished_at"], found["requests"]) == (None, 0)


def test_a_run_ends_with_its_state_its_reason_and_its_figures(house, ledger):
    run = ledger.begin("elsewhere", "live")
    figures = RunFigures(requests=6, responses=5, unchanged=4, quarantined=3, not_archived=2, rows_written=1)
    ledger.end(run, "quarantined", "cut off", figures)
    (found,) = house.db.query("SELECT * FROM runs WHERE id = ?", [run])
    assert (found["state"], found["reason"]) == ("quarantined", "cut off")
    assert found["finished_at"] >= found["started_at"]
    names = ("requests", "responses", "unchanged", "quarantined", "not_archived", "rows_written")
    assert [found[name] for name in names] == [6, 5, 4, 3, 2, 1]


def at(house, monkeypatch, hour):
    monkeypatch.setattr("db.ledger.now", lambda: f"2025-02-03T{hour:02}:00:00.000+00:00")


@pytest.mark.parametrize(
    ("ends", "since"),
    [
        ((), None),
        (("ok",), None),
        (("killed",), 0),
        (("ok", "stopped", "killed"), 1),
        (("killed", "ok"), None),
        (("killed", "failed"), None),
    ],
)
def test_a_run_goes_on_with_those_that_were_stopped_before_it(house, ledger, monkeypatch, ends, since):
    for hour, end in enumerate(ends):
        at(house, monkeypatch, hour)
        run = ledger.begin("elsewhere", "live", "term 10")
        if end == "stopped":
            ledger.end(run, "failed", f"{STOPPED}: shutdown", RunFigures())
        elif end != "killed":
            ledger.end(run, end, None if end == "ok" else "https://house.example: HTTP 500", RunFigures())
    wanted = None if since is None else f"2025-02-03T{since:02}:00:00.000+00:00"
    assert ledger.resumed_since("elsewhere", "term 10") == wanted


def test_what_was_stopped_over_another_selection_is_not_gone_on_with(ledger):
    ledger.begin("elsewhere", "live", "term 9")
    ledger.begin("somewhere", "live", "term 10")
    ledger.begin("elsewhere", "rebuild", "term 10")
    assert ledger.resumed_since("elsewhere", "term 10") is None


def test_ending_a_run_leaves_the_others_alone(house, ledger):
    ledger.end(ledger.begin("elsewhere", "live"), "ok", None, RunFigures())
    assert house.row("SELECT state FROM runs WHERE spider = 'nowhere'") == ("running",)


@pytest.mark.parametrize(
    ("spider", "mode", "state"), [("a", "dreamt", "ok"), ("a", "live", "fine"), (None, "live", "ok")]
)
def test_a_run_outside_the_vocabulary_is_refused(ledger, spider, mode, state):
    with pytest.raises(sqlite3.IntegrityError):
        ledger.end(ledger.begin(spider, mode), state, None, RunFigures())


def test_a_problem_belongs_to_its_run(house, ledger):
    ledger.problem(house.run, "refused", "https://house.example/", "HTTP 403")
    found = house.row("SELECT run_id, state, url, reason FROM run_problems")
    assert found == (house.run, "refused", "https://house.example/", "HTTP 403")


def test_a_problem_of_no_run_is_refused(ledger):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        ledger.problem(99, "refused", "https://house.example/", "HTTP 403")


def test_a_response_is_remembered_whole(house, ledger):
    identity = ledger.note(house.run, note())
    (found,) = house.db.query("SELECT * FROM responses")
    assert found == {
        "id": identity,
        "source": "zz-api",
        "page": "vote",
        "url": "https://house.example/answer",
        "method": "GET",
        "fingerprint": "f1",
        "fetched_at": "2025-02-01T10:00:00.000+00:00",
        "status": 200,
        "content_type": "application/json",
        "sha256": "a",
        "size": 2,
        "origin": "live",
        "state": "stored",
        "reason": None,
        "run_id": house.run,
    }


def test_a_quarantined_response_says_why(house, ledger):
    ledger.note(house.run, note(), quarantined="ballots: cut off")
    assert house.row("SELECT state, reason FROM responses") == ("quarantined", "ballots: cut off")


def test_a_response_of_an_unknown_source_is_refused(house, ledger):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        ledger.note(house.run, note(source="xx-api"))


def known(house, ledger, *notes, origin="live", sha256="a", quarantined=None):
    for found in notes:
        ledger.note(house.run, found, quarantined=quarantined)
    return ledger.known("f1", sha256, origin)


def test_a_response_that_never_came_is_not_known(house, ledger):
    assert known(house, ledger) is None


def test_the_same_content_is_known(house, ledger):
    assert known(house, ledger, note()) == "stored"


def test_the_same_content_in_quarantine_is_known_as_such(house, ledger):
    assert known(house, ledger, note(), quarantined="cut off") == "quarantined"


def test_other_content_is_not_known(house, ledger):
    assert known(house, ledger, note(), sha256="b") is None


def test_the_same_content_of_another_request_is_not_known(house, ledger):
    assert known(house, ledger, note(fingerprint="f2")) is None


def test_only_the_latest_content_is_known(house, ledger):
    assert known(house, ledger, note(sha256="a"), note(sha256="b")) is None


def test_content_that_came_back_is_known(house, ledger):
    assert known(house, ledger, note(sha256="a"), note(sha256="b"), note(sha256="a")) == "stored"


def test_a_sample_is_not_known_as_an_official_answer(house, ledger):
    assert known(house, ledger, note(origin="sample"), origin="live") is None


def test_a_sample_that_was_confirmed_officially_is_known(house, ledger):
    assert known(house, ledger, note(origin="sample"), note(origin="live"), origin="sample") == "stored"


def test_now_is_in_utc_with_milliseconds():
    found = now()
    assert found.endswith("+00:00")
    assert len(found) == len("2025-02-01T10:00:00.000+00:00")
    assert abs(dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(found)) < dt.timedelta(minutes=1)
