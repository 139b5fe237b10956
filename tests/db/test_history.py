import sqlite3
from contextlib import closing

import pytest

from db.database import open_database
from db.history import TABLES, keep_history

MOMENT = "2025-02-03T04:00:00.000+00:00"
HISTORY = """
INSERT INTO runs (id, spider, mode, started_at, state) VALUES (7, 'poland', 'live', :moment, 'failed');
INSERT INTO run_problems (run_id, state, url, reason, found_at)
VALUES (7, 'failed', 'u', 'HTTP 500', :moment);
INSERT INTO alarms (alarm, source, page, expected, came, explanation, advice, raised_at)
VALUES ('run_ended_badly', 'poland', 'p', 'e', 'c', 'x', 'a', :moment)
"""


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.db"
    with closing(open_database(path)) as db:
        for statement in HISTORY.split(";"):
            db.execute(statement, {"moment": MOMENT})
    return path


@pytest.fixture
def fresh(tmp_path):
    with closing(open_database(tmp_path / "fresh.db")) as db:
        yield db


def counts(db):
    return {table: db[table].count for table in TABLES}


def test_runs_their_problems_and_alarms_are_kept(old, fresh):
    keep_history(fresh, old)
    assert counts(fresh) == {"runs": 1, "run_problems": 1, "alarms": 1}
    assert fresh.execute("SELECT id, spider, started_at FROM runs").fetchone() == (7, "poland", MOMENT)
    assert fresh.execute("SELECT raised_at, cleared_at FROM alarms").fetchone() == (MOMENT, None)


def test_the_old_database_is_only_read(old, fresh):
    before = old.read_bytes()
    keep_history(fresh, old)
    assert old.read_bytes() == before


def test_without_an_old_database_there_is_no_history(tmp_path, fresh):
    keep_history(fresh, tmp_path / "nowhere.db")
    assert counts(fresh) == dict.fromkeys(TABLES, 0)
    assert not (tmp_path / "nowhere.db").exists()


def test_an_older_schema_gives_what_it_has(old, fresh):
    with sqlite3.connect(old) as connection:
        connection.execute("DROP TABLE alarms")
        connection.execute("ALTER TABLE runs DROP COLUMN selection")
    keep_history(fresh, old)
    assert counts(fresh) == {"runs": 1, "run_problems": 1, "alarms": 0}
    assert fresh.execute("SELECT selection FROM runs").fetchone() == ("",)


def test_of_a_damaged_database_nothing_is_kept(tmp_path, fresh):
    (tmp_path / "old.db").write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        keep_history(fresh, tmp_path / "old.db")
    assert counts(fresh) == dict.fromkeys(TABLES, 0)
