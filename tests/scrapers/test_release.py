"""A release is a checked copy beside the others, and the last good one stays."""

import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
from invented_house import House, sound

from db.database import open_database
from scrapers import release as releasing
from scrapers.release import ReleaseError, release


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "ottawa.db"
    with closing(open_database(path)) as db:
        sound(House(db))
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "releases"


@pytest.fixture
def without_trying_pages(monkeypatch):
    """Releases that do not start the site, where something else is looked at."""
    monkeypatch.setattr(releasing, "_expect_pages", lambda file: None)


def entries(folder):
    return sorted(entry.name for entry in folder.iterdir() if not entry.is_symlink())


def spoil(database):
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE votes SET date = '5 May'")


def test_the_link_leads_to_a_whole_copy(database, folder):
    made = release(database, folder)
    assert (folder / "current").resolve() == made.resolve()
    with closing(sqlite3.connect(made / "ottawa.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT count(*) FROM ballots").fetchone()[0] > 0


@pytest.mark.usefixtures("without_trying_pages")
def test_the_manifest_tells_the_hash_and_the_rows(database, folder):
    made = release(database, folder)
    told = json.loads((made / "manifest.json").read_bytes())
    content = (made / "ottawa.db").read_bytes()
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["bytes"] == len(content)
    with closing(sqlite3.connect(made / "ottawa.db")) as connection:
        assert told["rows"]["votes"] == connection.execute("SELECT count(*) FROM votes").fetchone()[0]
        assert told["data_as_of"] == connection.execute("SELECT max(fetched_at) FROM responses").fetchone()[0]


@pytest.mark.usefixtures("without_trying_pages")
def test_an_error_among_the_findings_keeps_the_last_release(database, folder):
    good = release(database, folder)
    spoil(database)
    with pytest.raises(ReleaseError, match="dates_are_iso"):
        release(database, folder)
    assert (folder / "current").resolve() == good.resolve()
    assert entries(folder) == [good.name]


@pytest.mark.usefixtures("without_trying_pages")
def test_what_the_check_finds_is_told_once_whether_or_not_it_is_released(database, folder):
    told = []
    release(database, folder, told.append)
    spoil(database)
    with pytest.raises(ReleaseError):
        release(database, folder, told.append)
    good, bad = told
    assert "error" not in {finding.severity for finding in good}
    assert "dates_are_iso" in {finding.invariant for finding in bad}


def test_a_page_that_fails_keeps_the_last_release(database, folder, monkeypatch):
    good = release(database, folder)
    monkeypatch.setattr(releasing, "HALLS", ("/", "/no-such-page"))
    with pytest.raises(ReleaseError, match="/no-such-page answers 404"):
        release(database, folder)
    assert entries(folder) == [good.name]


@pytest.mark.usefixtures("without_trying_pages")
def test_a_full_disk_keeps_the_last_release(database, folder, monkeypatch):
    good = release(database, folder)

    def full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(releasing, "copy", full)
    with pytest.raises(ReleaseError, match="disk is full"):
        release(database, folder)
    assert entries(folder) == [good.name]


@pytest.mark.usefixtures("without_trying_pages")
def test_the_file_that_is_served_is_never_replaced(database, folder):
    first = release(database, folder)
    content = (first / "ottawa.db").read_bytes()
    second = release(database, folder)
    assert second != first
    assert (first / "ottawa.db").read_bytes() == content


@pytest.mark.usefixtures("without_trying_pages")
def test_old_releases_and_what_a_killed_one_left_are_swept_away(database, folder):
    (folder / ".making-2020").mkdir(parents=True)
    made = [release(database, folder).name for _ in range(releasing.KEPT + 1)]
    assert entries(folder) == made[1:]
