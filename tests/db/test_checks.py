import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import ballot, expectation, vote

from db import checks
from db.checks import (
    RECOMPUTED,
    SEVERITIES,
    Finding,
    InvariantError,
    invariants,
    read_invariant,
    run_checks,
    violations,
)

TEXT = "-- severity: warning\n-- explains: Nobody is called Nemo.\nSELECT 1, 2\n"
COVERAGE = Finding(
    invariant="expected_is_collected",
    severity="notice",
    explanation="What a source says there is was collected; what is missing is counted here.",
    subject_key="zz-house-1-s5",
    message="0 of 12 votes collected",
)


@pytest.fixture
def clock(monkeypatch):
    """The moments that checks are run at: one day after the other."""
    days = iter(f"2025-03-{day:02}" for day in range(1, 29))
    monkeypatch.setattr(checks, "now", lambda: next(days))


def stored(house):
    return house.rows("SELECT subject_key, message, found_at FROM findings ORDER BY id")


def test_a_file_says_its_severity_its_explanation_and_its_query():
    found = read_invariant("nobody", TEXT)
    assert (found.name, found.severity, found.explanation) == ("nobody", "warning", "Nobody is called Nemo.")
    assert found.sql == "SELECT 1, 2\n"


@pytest.mark.parametrize("line", TEXT.splitlines(keepends=True))
def test_a_file_that_lacks_a_line_is_a_named_error(line):
    with pytest.raises(InvariantError, match="nobody: does not begin with"):
        read_invariant("nobody", TEXT.replace(line, ""))


def test_an_unknown_severity_is_a_named_error():
    with pytest.raises(InvariantError, match="no severity is called 'fatal'"):
        read_invariant("nobody", TEXT.replace("warning", "fatal"))


@given(st.text())
def test_any_text_is_an_invariant_or_a_named_error(text):
    try:
        found = read_invariant("nobody", text)
    except InvariantError:
        return
    assert found.severity in SEVERITIES
    assert found.explanation.strip()


def test_there_are_at_least_forty_invariants_and_some_of_each_severity():
    assert len(invariants()) >= 40
    assert {invariant.severity for invariant in invariants()} == set(SEVERITIES)


def test_the_gravest_come_first():
    ranks = [SEVERITIES.index(invariant.severity) for invariant in invariants()]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("invariant", invariants(), ids=lambda invariant: invariant.name)
def test_an_invariant_is_explained_in_one_sentence(invariant):
    assert invariant.explanation[0].isupper()
    assert invariant.explanation.endswith(".")
    assert ". " not in invariant.explanation


@pytest.mark.parametrize("invariant", invariants(), ids=lambda invariant: invariant.name)
def test_an_invariant_selects_what_a_finding_needs(invariant, db):
    columns = [column[0] for column in db.execute(invariant.sql).description]
    assert columns == ["subject_key", "message"]


def rules(db):
    return db.execute("SELECT name, severity, explanation, query FROM invariants ORDER BY id").fetchall()


def test_what_is_checked_and_how_is_kept_for_readers_and_written_once(db):
    run_checks(db)
    told = rules(db)
    assert [row[0] for row in told] == [*(rule.name for rule in invariants()), RECOMPUTED.name]
    assert all("SELECT" in query for _, _, _, query in told[:-1])
    before = db.conn.total_changes
    run_checks(db)
    assert (rules(db), db.conn.total_changes) == (told, before)


def test_a_rule_that_is_no_longer_checked_is_no_longer_shown(db):
    run_checks(db)
    db.execute("UPDATE invariants SET name = 'of_old' WHERE id = 1")
    run_checks(db)
    assert "of_old" not in [row[0] for row in rules(db)]


def test_a_violation_is_reported_once(db):
    twice = read_invariant("twice", TEXT + "UNION ALL SELECT 1, 2")
    assert len(violations(db, twice)) == 1


def test_a_sound_database_has_no_findings(sound_house):
    assert run_checks(sound_house.db) == []
    assert stored(sound_house) == []


def test_what_is_found_is_kept_for_the_site(sound_house, clock):
    sound_house.says(expectation(12, "zz-house-1-s5", "votes"))
    assert run_checks(sound_house.db) == [COVERAGE]
    (row,) = sound_house.db.query("SELECT * FROM findings")
    assert row == {
        "id": 1,
        "invariant": "expected_is_collected",
        "severity": "notice",
        "explanation": COVERAGE.explanation,
        "subject_key": "zz-house-1-s5",
        "message": "0 of 12 votes collected",
        "found_at": "2025-03-01",
    }


def test_a_check_of_an_unchanged_database_writes_nothing(sound_house):
    sound_house.says(expectation(12, "zz-house-1-s5", "votes"))
    run_checks(sound_house.db)
    before = sound_house.db.conn.total_changes
    assert run_checks(sound_house.db) == [COVERAGE]
    assert sound_house.db.conn.total_changes == before


def test_a_finding_that_stands_keeps_its_moment(sound_house, clock):
    sound_house.says(expectation(12, "zz-house-1-s5", "votes"))
    run_checks(sound_house.db)
    sound_house.says(expectation(7, "zz-house-1-s6", "votes"))
    run_checks(sound_house.db)
    assert stored(sound_house) == [
        ("zz-house-1-s5", "0 of 12 votes collected", "2025-03-01"),
        ("zz-house-1-s6", "0 of 7 votes collected", "2025-03-02"),
    ]


def test_a_finding_that_is_mended_goes(sound_house):
    sound_house.says(expectation(4))
    assert [finding.message for finding in run_checks(sound_house.db)] == ["3 of 4 ballots collected"]
    sound_house.says(vote(ballot(1), ballot(2), ballot(3, "Nay", faction="Green"), ballot(4, "Away")))
    run_checks(sound_house.db)
    assert [message for _, message, _ in stored(sound_house) if "collected" in message] == [
        "1 of 4 ballots are by members whose seat was not collected"
    ]


def test_a_check_that_is_cut_off_leaves_the_last_findings(sound_house, monkeypatch):
    sound_house.says(expectation(4))
    run_checks(sound_house.db)
    sound_house.says(expectation(5))
    monkeypatch.setattr(checks, "now", lambda: None)
    with pytest.raises(Exception, match=r"NOT NULL constraint failed: findings\.found_at"):
        run_checks(sound_house.db)
    assert [message for _, message, _ in stored(sound_house)] == ["3 of 4 ballots collected"]
