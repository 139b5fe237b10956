"""What the command says and loses when the machine, and not a source, is in trouble."""

import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys

import pytest
from click.testing import CliRunner
from invented_sejm import API, answers, encode
from loopback import REROUTED, Reply, ottawa, serving
from warcio.archiveiterator import ArchiveIterator

from db import database
from scrapers.archive import Archive
from scrapers.cli import main

TERM = ("crawl", "poland", "--term", "10")
VOTES = "SELECT key, counted_yes FROM votes WHERE origin = 'live' ORDER BY key"


def replies():
    return {url: [Reply(encode(answer))] for url, answer in answers().items()}


def query(folder, sql):
    with sqlite3.connect(folder / "ottawa.db") as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crawled")
    with serving(replies()) as source:
        assert ottawa(*TERM, folder=folder, source=source).returncode == 0
    return folder


@pytest.fixture
def folder(crawled, tmp_path):
    return shutil.copytree(crawled, tmp_path / "work")


def with_little_room(size, *arguments, folder, source):
    """Run the command where no file may grow beyond so many bytes."""
    return subprocess.run(
        [sys.executable, str(REROUTED), str(source.server_port), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        env={**os.environ, "COLUMNS": "500"},
    )


def large_answers():
    """The votes, each with half a megabyte that no compression makes smaller."""
    chance = random.Random(1)  # noqa: S311  no secret
    votes = {url: answer for url, answer in answers().items() if re.fullmatch(rf"{API}/votings/\d/\d", url)}
    return {
        url: [Reply(encode({**vote, "unheard": chance.randbytes(500_000).hex()}))]
        for url, vote in votes.items()
    }


def test_a_disk_that_fills_up_in_a_crawl_ends_it_by_name_and_the_next_one_is_whole(folder):
    size = (folder / "ottawa.db").stat().st_size + 1_000_000
    with serving({**replies(), **large_answers()}) as source:
        run = with_little_room(size, *TERM, "--full", folder=folder, source=source)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False), run.stderr
    assert "no room left on the disk" in run.stdout + run.stderr
    with serving(replies()) as source:
        again = ottawa(*TERM, "--full", folder=folder, source=source)
    assert (again.returncode, len(query(folder, VOTES))) == (0, 6)
    with Archive(folder / "archive") as archive:
        assert all(archive.body(capture) for capture in archive.captures())
    for segment in (folder / "archive").glob("*.warc.gz"):
        assert all(record.rec_type for record in ArchiveIterator(segment.open("rb")))


def test_without_room_for_the_database_the_reason_is_said_and_nothing_lost(folder):
    before = query(folder, VOTES)
    with serving(replies()) as source:
        run = with_little_room(40_000, *TERM, "--full", folder=folder, source=source)
    assert run.returncode == 1
    assert "no room left on the disk" in run.stderr
    assert "Traceback" not in run.stderr
    assert query(folder, VOTES) == before


def in_process(folder, *arguments):
    options = ("--database", str(folder / "ottawa.db"))
    return CliRunner().invoke(main, [*arguments, *options])


@pytest.mark.parametrize("command", ["status", "check", "alarms", "corrections", "release"])
def test_a_damaged_database_is_named_with_the_way_out(folder, command):
    (folder / "ottawa.db").write_bytes(b"no database" * 1000)
    found = in_process(folder, command)
    assert found.exit_code == 1
    assert "ottawa rebuild" in found.output


@pytest.mark.parametrize(
    "command", ["status", "check", "alarms", "corrections", "release", "export", "serve"]
)
def test_a_database_of_a_newer_version_is_named_and_stays_as_it_is(folder, command):
    with sqlite3.connect(folder / "ottawa.db") as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ottawa', 'moons', '')"
        )
        (known,) = connection.execute("SELECT count(*) - 1 FROM _sqlite_migrations").fetchone()
    connection.close()
    before = (folder / "ottawa.db").read_bytes()
    found = in_process(folder, command, *([str(folder / "files")] if command == "export" else []))
    assert found.exit_code == 1, found.output
    assert f"has schema {known + 1} (with moons), and this program knows schema {known}" in found.output
    assert (folder / "ottawa.db").read_bytes() == before


def test_a_database_is_made_anew_from_the_archive(folder):
    before = query(folder, VOTES)
    (folder / "ottawa.db").unlink()
    found = in_process(folder, "rebuild", "--archive", str(folder / "archive"))
    assert (found.exit_code, query(folder, VOTES)) == (0, before)


def test_a_damaged_index_of_the_archive_is_named_and_leaves_the_database(folder):
    before = query(folder, VOTES)
    (folder / "archive" / "index.db").write_bytes(b"no index" * 1000)
    found = in_process(folder, "rebuild", "--archive", str(folder / "archive"))
    assert (found.exit_code, query(folder, VOTES)) == (1, before)
    assert "ottawa rebuild --index" in found.output


def test_a_database_that_another_program_holds_is_named_and_unharmed(folder, monkeypatch):
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 10)
    holder = sqlite3.connect(folder / "ottawa.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    found = in_process(folder, "rebuild", "--quarantined", "--archive", str(folder / "archive"))
    holder.close()
    assert found.exit_code == 1
    assert "another program holds the database" in found.output


def test_an_archive_that_may_not_be_written_is_named(folder, monkeypatch):
    if os.geteuid():
        (folder / "archive" / "index.db").chmod(0o444)
        (folder / "archive").chmod(0o555)
    else:
        # Nothing is forbidden to root, so a folder stands where the index should be.
        shutil.rmtree(folder / "archive")
        (folder / "archive" / "index.db").mkdir(parents=True)
    found = CliRunner().invoke(
        main,
        ["crawl", "--sample", "--database", str(folder / "x.db"), "--archive", str(folder / "archive")],
    )
    (folder / "archive").chmod(0o755)
    assert found.exit_code == 1
    assert "may not be written here" in found.output


def test_a_mistake_of_the_program_is_not_taken_for_trouble_of_the_machine(folder, monkeypatch):
    def mistaken(_):
        raise sqlite3.OperationalError("no such column: x")

    monkeypatch.setattr("scrapers.cli.standing_alarms", mistaken)
    assert isinstance(in_process(folder, "alarms").exception, sqlite3.OperationalError)
