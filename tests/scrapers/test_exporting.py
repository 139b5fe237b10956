"""`ottawa export` as it is called."""

import errno
import json
import sqlite3
import sys
from contextlib import closing

import pytest
from click.testing import CliRunner

from db.database import open_database
from scrapers.cli import export_command, main


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "ottawa.db"
    with closing(open_database(path)) as db:
        db.execute("INSERT INTO countries VALUES ('zz', 'Nowhere')")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_it_says_what_it_wrote(database, tmp_path):
    result = run(tmp_path / "files", "--database", database, "--format", "jsonl", "--format", "sqlite")
    assert result.exit_code == 0, result.output
    assert "jsonl/countries.jsonl: 1 rows" in result.stderr
    assert {line.split()[0] for line in result.stdout.splitlines()[1:3]} == {"jsonl", "sqlite"}
    assert json.loads((tmp_path / "files" / "jsonl" / "countries.jsonl").read_bytes()) == {
        "key": "zz",
        "name": "Nowhere",
    }


def test_the_files_carry_the_descriptions_of_the_site(database, tmp_path):
    run(tmp_path / "files", "--database", database, "--format", "csv")
    package = json.loads((tmp_path / "files" / "csv" / "datapackage.json").read_bytes())
    fields = [field for found in package["resources"] for field in found["schema"]["fields"]]
    assert len(fields) > 400
    assert all(field["description"] for field in fields)


def test_every_format_can_be_asked_for():
    (formats,) = [option for option in export_command.params if option.name == "formats"]
    from db.export.folder import FORMATS  # noqa: PLC0415  what the command must not import before it is asked

    assert tuple(formats.type.choices) == FORMATS


def test_a_folder_that_is_not_empty_is_wrong_usage(database, tmp_path):
    result = run(tmp_path, "--database", database)
    assert result.exit_code == 2
    assert "not empty" in result.output


def test_an_older_schema_fails_in_words(database, tmp_path):
    with closing(sqlite3.connect(database)) as db:
        db.execute("DROP VIEW ballots")
    result = run(tmp_path / "files", "--database", database)
    assert result.exit_code == 1
    assert "ottawa status" in result.output


def test_a_full_disk_fails_in_words_and_leaves_nothing(database, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("db.export.jsonlines.write_lines", full)
    result = run(tmp_path / "files", "--database", database)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert "nothing was written" in result.output
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_without_arrow_it_says_what_to_install(database, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "scrapers.exporting", raising=False)
    monkeypatch.setitem(sys.modules, "db.export.folder", None)
    result = run(tmp_path / "files", "--database", database)
    assert result.exit_code == 1
    assert "leaving-ottawa[export]" in result.output
