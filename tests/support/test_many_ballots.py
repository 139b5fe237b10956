from contextlib import closing

import many_ballots
import pytest

from db.checks import run_checks
from db.database import open_database


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "ottawa.db"
    many_ballots.fill(path, 20_000)
    with closing(open_database(path)) as db:
        yield db


def test_it_has_at_least_as_many_ballots_as_were_asked_for(made):
    assert 20_000 <= made.execute("SELECT count(*) FROM vote_ballots").fetchone()[0] < 25_000


def test_it_breaks_no_rule(made):
    assert [finding for finding in run_checks(made) if finding.severity == "error"] == []


def test_its_keys_lead_somewhere(made):
    assert made.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_index_by_person_is_there_again(made):
    assert made.execute("SELECT 1 FROM sqlite_schema WHERE name = 'vote_ballots_by_person'").fetchone()
