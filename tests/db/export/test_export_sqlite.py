import sqlite3
from contextlib import closing

import pytest
from export_tools import in_order


@pytest.fixture
def copied(exported):
    with closing(sqlite3.connect(exported / "sqlite" / "ottawa.db")) as db:
        yield db


def test_the_copy_holds_every_row(copied, stored):
    for name, (_, rows) in stored.items():
        assert in_order(copied.execute(f"SELECT * FROM {name}")) == rows, name


def test_the_copy_holds_what_other_formats_leave_out(copied):
    assert copied.execute("SELECT count(*) FROM vote_ballots").fetchone() == (20,)


def test_the_copy_is_one_sound_file_without_a_log(copied, exported):
    assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copied.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in (exported / "sqlite").iterdir()] == ["ottawa.db"]
