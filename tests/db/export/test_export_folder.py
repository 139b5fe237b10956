import errno
import json
import sqlite3
from contextlib import chdir, closing
from pathlib import Path

import pytest
from export_tools import export_of

from db.database import open_database
from db.export import parquet, source
from db.export.folder import FolderTaken
from db.export.source import NotExportable, reading


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_that_is_not_empty_is_left_alone(database, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderTaken, match="not empty"):
        export_of(database, tmp_path)
    assert names(tmp_path) == ["mine.txt"]


def test_a_file_is_no_folder(database, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FolderTaken, match="is a file"):
        export_of(database, tmp_path / "file")


def test_an_empty_folder_is_filled(database, tmp_path):
    (tmp_path / "empty").mkdir()
    export_of(database, tmp_path / "empty", "jsonl")
    assert names(tmp_path) == ["empty"]
    assert names(tmp_path / "empty") == ["jsonl", "manifest.json"]


def test_the_folder_in_which_one_stands_is_filled(database, tmp_path):
    (tmp_path / "here").mkdir()
    with chdir(tmp_path / "here"):
        export_of(database, Path(), "jsonl")
    assert names(tmp_path / "here") == ["jsonl", "manifest.json"]


def test_a_damaged_database_leaves_nothing_behind(database, tmp_path):
    copy = tmp_path / "ottawa.db"
    source.copy(database, copy)
    with copy.open("r+b") as file:
        # The last pages, so that what the tables are called is found before it shows.
        file.seek(copy.stat().st_size * 9 // 10)
        file.write(b"\xff" * (copy.stat().st_size // 10))
    with pytest.raises((NotExportable, sqlite3.DatabaseError), match="malformed"):
        export_of(copy, tmp_path / "files")
    assert names(tmp_path) == ["ottawa.db"]


def test_folders_above_are_made(database, tmp_path):
    export_of(database, tmp_path / "a" / "b", "jsonl")
    assert (tmp_path / "a" / "b" / "manifest.json").is_file()


def test_a_full_disk_leaves_nothing_behind(database, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(parquet.pq.ParquetWriter, "write_table", full)
    with pytest.raises(OSError, match="No space left"):
        export_of(database, tmp_path / "files")
    assert names(tmp_path) == []


def test_an_older_schema_is_named_and_nothing_is_written(tmp_path):
    old = tmp_path / "old.db"
    with closing(open_database(old)) as db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'outlines'")
    with pytest.raises(NotExportable, match=r"outlines.*ottawa status"):
        export_of(old, tmp_path / "files")
    assert "files" not in names(tmp_path)


def test_a_view_of_an_older_program_is_named(tmp_path):
    old = tmp_path / "old.db"
    with closing(open_database(old)) as db:
        db.execute("DROP VIEW ballots")
    with pytest.raises(NotExportable, match="ballots"):
        export_of(old, tmp_path / "files")


def test_what_is_no_database_is_named(tmp_path):
    (tmp_path / "text.db").write_text("This is a text that is longer than the header of a database." * 20)
    with pytest.raises(NotExportable, match=r"text\.db cannot be read"):
        export_of(tmp_path / "text.db", tmp_path / "files")


def test_an_empty_database_has_every_file_and_no_row_but_what_the_schema_brings(tmp_path):
    empty = tmp_path / "empty.db"
    open_database(empty).close()
    files = export_of(empty, tmp_path / "files")
    assert {Path(file.path).stem for file in files if file.rows} == {"unattached_labels"}
    assert json.loads((tmp_path / "files" / "manifest.json").read_bytes())["data_as_of"] is None
    assert (tmp_path / "files" / "parquet" / "ballots.parquet").is_file()


def test_what_a_crawl_writes_meanwhile_is_not_seen(tmp_path):
    path = tmp_path / "ottawa.db"
    with closing(open_database(path)) as writing, reading(path) as db:
        before = db.execute("SELECT count(*) FROM countries").fetchone()
        writing.execute("INSERT INTO countries VALUES ('zz', 'Nowhere')")
        assert db.execute("SELECT count(*) FROM countries").fetchone() == before


def test_an_export_cannot_write_to_the_database(database):
    with reading(database) as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM countries")
