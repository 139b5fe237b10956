from contextlib import closing

import grown_ballots
import many_ballots
import pytest

from db.checks import run_checks
from db.database import open_database

GROWING = ("vote_ballots", "votes", "vote_bills", "bills", "sittings", "factions", "memberships", "terms")


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    """How many rows there were, and how many there are three times over; and the database."""
    path = tmp_path_factory.mktemp("grown") / "ottawa.db"
    many_ballots.fill(path, 5_000)
    with closing(open_database(path)) as db:
        before = {table: db[table].count for table in GROWING}
    grown_ballots.grow(path, 3)
    with closing(open_database(path)) as db:
        yield before, {table: db[table].count for table in GROWING}, db


def test_everything_that_grows_with_time_is_there_three_times(counts):
    before, after, _ = counts
    assert after == {table: rows * 3 for table, rows in before.items()}


def test_it_breaks_no_rule(counts):
    *_, db = counts
    assert [finding for finding in run_checks(db) if finding.severity == "error"] == []
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_each_copy_is_a_term_of_its_own(counts):
    *_, db = counts
    found = db.execute(
        "SELECT DISTINCT term FROM ballots WHERE chamber = 'xe-chamber' ORDER BY term"
    ).fetchall()
    assert [term for (term,) in found] == [
        f"xe-chamber-{which}" for which in ("1", "1-1", "1-2", "2", "2-1", "2-2")
    ]
