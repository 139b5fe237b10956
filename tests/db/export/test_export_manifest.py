import hashlib
import json

import pytest
from export_tools import export_of


@pytest.fixture(scope="module")
def manifest(exported):
    return json.loads((exported / "manifest.json").read_bytes())


def test_every_file_is_listed_once(manifest, exported):
    listed = [file["path"] for file in manifest["files"]]
    there = {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
    assert sorted(listed) == sorted(there - {"manifest.json"})


def test_checksums_and_sizes_are_those_of_the_files(manifest, exported):
    for file in manifest["files"]:
        content = (exported / file["path"]).read_bytes()
        assert (file["sha256"], file["size"]) == (hashlib.sha256(content).hexdigest(), len(content)), file[
            "path"
        ]


def test_rows_are_those_of_the_tables(manifest, stored):
    for kind in ("csv", "spreadsheet", "jsonl", "parquet"):
        rows = dict.fromkeys(stored, 0)
        for file in manifest["files"]:
            if file["format"] == kind and file["table"]:
                rows[file["table"]] += file["rows"]
        assert rows == {name: len(found) for name, (_, found) in stored.items()}, kind


def test_it_says_as_of_when_and_under_which_licence(manifest, stored):
    columns, rows = stored["responses"]
    fetched = [row[columns.index("fetched_at")] for row in rows]
    assert manifest["data_as_of"] == max(fetched)
    assert {source["licence"] for source in manifest["sources"]} == {
        "Nowhere open licence",
        "Elsewhere open licence",
    }
    assert {source["attribution"] for source in manifest["sources"]} >= {"Credit: Nowhere"}


def test_only_the_chosen_formats_are_made(database, tmp_path):
    files = export_of(database, tmp_path / "files", "jsonl", "popolo")
    assert {file.format for file in files} == {"jsonl", "popolo"}
    assert {path.name for path in (tmp_path / "files").iterdir()} == {"jsonl", "popolo", "manifest.json"}
