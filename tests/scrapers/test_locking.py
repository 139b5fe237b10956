import subprocess
import sys

import pytest

from scrapers.locking import BusyError, sole_writer

HOLD = """
import sys
from pathlib import Path
from scrapers.locking import sole_writer
with sole_writer(Path(sys.argv[1]), "crawl"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path):
    database = tmp_path / "ottawa.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield database, process
        process.kill()


def test_a_second_writer_is_told_who_is_writing_and_since_when(held):
    database, process = held
    told = rf"in use: `ottawa crawl` \(process {process.pid}\) began (just now|\d+ minute)"
    with pytest.raises(BusyError, match=told), sole_writer(database, "rebuild"):
        pass


def test_a_second_writer_leaves_the_note_of_the_first(held):
    database, _ = held
    for _ in range(2):
        with pytest.raises(BusyError, match="ottawa crawl"), sole_writer(database, "rebuild"):
            pass


def test_a_killed_writer_holds_nothing(held):
    database, process = held
    process.kill()
    process.wait()
    with sole_writer(database, "crawl"):
        pass


def test_the_lock_is_free_again_after_an_error(tmp_path):
    database = tmp_path / "ottawa.db"
    with pytest.raises(ZeroDivisionError), sole_writer(database, "crawl"):
        raise ZeroDivisionError
    with sole_writer(database, "crawl"):
        pass


def test_two_databases_have_two_writers(tmp_path):
    with sole_writer(tmp_path / "a.db", "crawl"), sole_writer(tmp_path / "b.db", "crawl"):
        pass


def test_an_owner_that_cannot_be_read_is_left_out(held):
    database, _ = held
    database.with_name("ottawa.db.owner").write_text("{")
    with pytest.raises(BusyError, match=r"in use$"), sole_writer(database, "rebuild"):
        pass
