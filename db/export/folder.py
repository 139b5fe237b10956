"""An export is a folder, whole or not there: it is made beside its place and put there at the end."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from db.export import akoma, delimited, jsonlines, manifest, parquet, popolo, source
from db.export.tables import Descriptions, Table, tables
from db.export.written import Written, written

Writer = Callable[[sqlite3.Connection, Path, list[Table], Descriptions], Iterator[Written]]

WRITERS: dict[str, Writer] = {
    "csv": delimited.write_csv,
    "spreadsheet": delimited.write_spreadsheet,
    "jsonl": jsonlines.write_jsonl,
    "parquet": parquet.write_parquet,
    "popolo": popolo.write_popolo,
    "akoma-ntoso": akoma.write_akoma,
}

FORMATS = (*WRITERS, "sqlite")
"""What an export can be made of; each is a folder of its own."""


class FolderTaken(ValueError):  # noqa: N818  it says what is the matter
    """The folder of the export is there already and not empty."""


def export(
    database: Path,
    folder: Path,
    *,
    formats: Iterable[str] = FORMATS,
    descriptions: Descriptions,
    version: str,
    progress: Callable[[Written], object] = lambda _: None,
) -> list[Written]:
    """Write the database into a new or empty folder, in some or all formats, with a manifest.

    What stands in the files is of one moment, even while a crawl writes.

    Raises:
        FolderTaken: The folder is not empty, or is a file.
        NotExportable: The database is none of ours, or not of the current schema.
        OSError: The files cannot be written; then nothing is left of them.
        sqlite3.Error: The same, of the copy in SQLite; or the database is damaged.
    """
    chosen = [name for name in FORMATS if name in set(formats)]
    folder = folder.resolve()
    expect_free(folder)
    with _whole_or_nothing(folder) as made:
        files = []
        for file in _write(database, made, chosen, descriptions, version):
            progress(file)
            files.append(file)
    return files


def expect_free(folder: Path) -> None:
    """See to it that an export into this folder overwrites nothing.

    Raises:
        FolderTaken: The folder is not empty, or is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderTaken(f"{folder} is a file, not a folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderTaken(f"{folder} is not empty; an export overwrites nothing")


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[Path]:
    """A folder beside the one that is wanted, which takes its place if all goes well, and else is gone."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = folder.parent / f".{folder.name}-{uuid4().hex[:8]}"
    made.mkdir()
    try:
        yield made
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _write(
    database: Path, folder: Path, formats: list[str], descriptions: Descriptions, version: str
) -> Iterator[Written]:
    read = database
    if "sqlite" in formats:
        read = folder / "sqlite" / "ottawa.db"
        read.parent.mkdir()
        source.copy(database, read)
    files: list[Written] = []
    # Read from the copy where there is one, so that both are of the same moment.
    with source.reading(read) as db:
        found = tables(db, descriptions)
        for writer in [WRITERS[name] for name in formats if name in WRITERS]:
            for file in writer(db, folder, found, descriptions):
                files.append(file)
                yield file
        if read is not database:
            files.append(written(folder, read))
            yield files[-1]
        path = folder / "manifest.json"
        path.write_bytes(manifest.manifest(db, files, version))
