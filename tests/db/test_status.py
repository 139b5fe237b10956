import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import ballot, bill, expectation, note, vote

from db.checks import invariants
from db.ledger import RunFigures
from db.status import MISSING, RunProblem, Total, age, read_status

NOW = dt.datetime(2025, 2, 3, 12, 0, tzinfo=dt.UTC)


def ago(**length):
    return age((NOW - dt.timedelta(**length)).isoformat(timespec="milliseconds"), NOW)


def missing(house):
    return [(found.invariant, found.subject_key) for found in read_status(house.db, NOW).missing]


@pytest.fixture
def source(house):
    """The status of the only spider, whose run at nine ended well."""
    house.ledger.end(house.run, "ok", None, RunFigures(requests=9, responses=8, unchanged=5, rows_written=40))
    house.damage("UPDATE runs SET started_at = '2025-02-03T09:00:00.000+00:00'")
    return lambda: read_status(house.db, NOW).sources[0]


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ({"seconds": 59}, "just now"),
        ({"seconds": 60}, "1 minute ago"),
        ({"minutes": 59, "seconds": 59}, "59 minutes ago"),
        ({"minutes": 60}, "1 hour ago"),
        ({"hours": 23}, "23 hours ago"),
        ({"hours": 24}, "1 day ago"),
        ({"days": 400}, "400 days ago"),
        ({"seconds": -1}, "in the future"),
    ],
)
def test_an_age_is_told_in_its_greatest_unit(length, words):
    assert ago(**length) == words


@given(st.timedeltas(min_value=dt.timedelta(0), max_value=dt.timedelta(days=9999)))
def test_an_age_is_never_more_than_the_time_that_passed(length):
    number, _, unit = ago(seconds=length.total_seconds()).partition(" ")
    if number.isdigit():
        told = dt.timedelta(**{unit.removesuffix(" ago").rstrip("s") + "s": int(number)})
        assert told <= length + dt.timedelta(milliseconds=1)
        assert length < 2 * told


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h 0 min"), (90_061, "25 h 1 min")],
)
def test_how_long_a_run_took_is_told_in_words(house, seconds, words):
    house.ledger.end(house.run, "ok", None, RunFigures(bytes=7))
    ended = (NOW + dt.timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
    house.damage(f"UPDATE runs SET started_at = '{NOW.isoformat()}', finished_at = '{ended}'")
    (found,) = read_status(house.db, NOW).sources
    assert (found.took, found.bytes) == (words, 7)


def test_an_age_across_zones_is_the_same():
    assert age("2025-02-03T13:00:00.000+02:00", NOW) == "1 hour ago"


def test_the_last_run_is_told_with_its_figures(source):
    found = source()
    assert (found.spider, found.state, found.mode) == ("nowhere", "ok", "live")
    assert (found.requests, found.responses, found.unchanged, found.rows_written) == (9, 8, 5, 40)
    assert (found.quarantined, found.not_archived, found.reason) == (0, 0, None)


def test_the_last_run_is_told_with_its_age(source):
    found = source()
    assert (found.age, found.last_good_age) == ("3 hours ago", "3 hours ago")
    assert found.last_good_at == found.started_at == "2025-02-03T09:00:00.000+00:00"
    assert found.finished_at is not None


def test_a_run_that_failed_stands_beside_the_last_good_one(house, source):
    run = house.ledger.begin("nowhere", "live")
    house.ledger.problem(run, "unreachable", "https://house.example/", "no route")
    house.ledger.end(run, "unreachable", "no route", RunFigures())
    found = source()
    assert (found.state, found.reason) == ("unreachable", "no route")
    assert found.last_good_at == "2025-02-03T09:00:00.000+00:00"
    assert found.problems == (
        RunProblem(state="unreachable", url="https://house.example/", reason="no route"),
    )


def test_the_problems_of_earlier_runs_are_left_out(house, source):
    house.ledger.problem(house.run, "failed", "https://house.example/", "HTTP 500")
    house.ledger.end(house.ledger.begin("nowhere", "live"), "ok", None, RunFigures())
    assert source().problems == ()


def test_a_spider_that_never_ended_well_has_no_good_run(house):
    (found,) = read_status(house.db, dt.datetime.now(dt.UTC)).sources
    assert (found.state, found.finished_at, found.took) == ("running", None, "not ended")
    assert (found.last_good_at, found.last_good_age) == (None, None)


def test_every_spider_has_its_own_line(house):
    house.ledger.begin("elsewhere", "sample")
    found = read_status(house.db, dt.datetime.now(dt.UTC)).sources
    assert [(source.spider, source.mode) for source in found] == [
        ("elsewhere", "sample"),
        ("nowhere", "live"),
    ]


def test_rows_are_counted_by_origin(house):
    house.says(vote())
    house.says(vote(ballot(1), key="zz-house-1-8"), bill(), origin="sample")
    totals = read_status(house.db, NOW).totals
    assert Total(table="ballots", origin="live", rows=3) in totals
    assert Total(table="ballots", origin="sample", rows=1) in totals
    assert Total(table="bills", origin="sample", rows=1) in totals
    assert [total.rows for total in totals if total.table == "votes"] == [1, 1]


def test_a_withdrawn_ballot_is_not_among_the_rows(house):
    house.says(vote())
    house.says(vote(ballot(1), ballot(2)))
    assert Total(table="ballots", origin="live", rows=2) in read_status(house.db, NOW).totals


def test_what_is_missing_is_named(sound_house):
    assert missing(sound_house) == []
    sound_house.says(expectation(12, "zz-house-1-s5", "votes"))
    sound_house.says(bill(key="zz-house-bill-8", is_tracked=True))
    sound_house.ledger.note(sound_house.run, note(fingerprint="q"), quarantined="cut off")
    assert missing(sound_house) == [
        ("quarantined_answers_are_resolved", note().url),
        ("tracked_bills_have_a_final_vote", "zz-house-bill-8"),
        ("expected_is_collected", "zz-house-1-s5"),
    ]


def test_a_source_that_was_never_read_is_missing(house):
    assert missing(house) == [("sources_are_read", "zz-api")]


def test_a_ballot_too_many_is_not_missing(sound_house):
    sound_house.says(expectation(2))
    assert missing(sound_house) == []


def test_what_says_that_something_is_missing_is_an_invariant():
    assert set(MISSING) <= {invariant.name for invariant in invariants()}


def test_asking_for_the_status_writes_nothing(sound_house):
    before = sound_house.db.conn.total_changes
    read_status(sound_house.db, NOW)
    assert sound_house.db.conn.total_changes == before


def test_a_new_database_has_nothing_to_tell(db):
    found = read_status(db, NOW)
    assert (found.sources, found.totals, found.missing) == ((), (), ())
