"""Releasing the database: a checked copy in a folder of its own, that the site is switched to.

A file under a running site is never replaced. Each release is a new folder, and the link `current` leads to
the latest good one; whoever still reads an older one reads on undisturbed.
"""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import msgspec
from sqlite_utils import Database

from db.checks import Finding, run_checks
from db.database import open_database
from scrapers.serving import make_site

FILE = "ottawa.db"
MANIFEST = "manifest.json"
CURRENT = "current"

KEPT = 3
"""Releases that stay, the current one included."""

ROOMS = {
    "votes": "votes",
    "bills": "bills",
    "people": "persons",
    "debates": "sittings WHERE key IN (SELECT sitting_key FROM agenda_items)",
    "statements": "statements",
}
"""Where each kind of page finds a key to try it with."""

HALLS = (
    "/",
    "/votes",
    "/bills",
    "/statements",
    "/search?q=mines",
    "/ottawa",
    "/ottawa/votes",
    "/ottawa/ballots",
)


class ReleaseError(Exception):
    """The database is not fit to be released; the last release stays. The message says why."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a release holds."""

    released_at: str
    """In UTC, as ISO 8601."""
    data_as_of: str | None
    """When the latest answer was fetched, in UTC. None if the database holds no answer."""
    file: str
    bytes: int
    sha256: str
    rows: dict[str, int]
    """By table."""


def release(database: Path, folder: Path, tell: Callable[[list[Finding]], object] = list[Finding]) -> Path:
    """Check the database, copy it, try the site on the copy, and switch to it. Returns the release's folder.

    What the check finds is told before anything is made of it.

    Raises:
        ReleaseError: An invariant of the gravest kind does not hold, the copy is damaged, or a page fails.
    """
    with closing(open_database(database)) as db:
        findings = run_checks(db)
    tell(findings)
    _expect_no_errors(findings)
    moment = dt.datetime.now(dt.UTC)
    made = folder / f"{moment:%Y-%m-%dT%H%M%S.%fZ}"
    making = folder / f".making-{made.name}"
    making.mkdir(parents=True)
    try:
        copy(database, making / FILE)
        _expect_pages(making / FILE)
        (making / MANIFEST).write_bytes(
            msgspec.json.format(msgspec.json.encode(manifest(making / FILE, moment)))
        )
        making.rename(made)
    except (OSError, sqlite3.Error) as error:
        raise ReleaseError(f"the copy could not be made: {error}") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _switch(folder, made)
    _forget_old(folder)
    return made


def copy(database: Path, target: Path) -> None:
    """Copy the database into one compact file that is whole by itself, and make sure that it is sound.

    Raises:
        ReleaseError: The copy is damaged.
    """
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", [str(target)])
    with closing(sqlite3.connect(target)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or broken:
        raise ReleaseError(f"the copy is damaged: {verdict if verdict != 'ok' else f'foreign key {broken}'}")


def manifest(file: Path, moment: dt.datetime) -> Manifest:
    """What is to be said of a released file."""
    with closing(sqlite3.connect(file)) as connection:
        rows = {name: Database(connection)[name].count for name in Database(connection).table_names()}
        (data_as_of,) = connection.execute("SELECT max(fetched_at) FROM responses").fetchone()
    with file.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
    return Manifest(
        released_at=moment.isoformat(timespec="seconds"),
        data_as_of=data_as_of,
        file=file.name,
        bytes=file.stat().st_size,
        sha256=sha256,
        rows=rows,
    )


def _expect_no_errors(findings: list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        first = errors[0]
        told = f"{first.invariant}: {first.subject_key}: {first.message}"
        raise ReleaseError(f"{len(errors)} errors among the findings, the first: {told}")


def _expect_pages(file: Path) -> None:
    failures = asyncio.run(_failures(file))
    if failures:
        raise ReleaseError(f"the site fails on it: {', '.join(failures)}")


async def _failures(file: Path) -> list[str]:
    site = make_site(file)
    await site.invoke_startup()
    statuses = {address: (await site.client.get(address)).status_code for address in _addresses(file)}
    return [f"{address} answers {status}" for address, status in statuses.items() if status != 200]  # noqa: PLR2004  OK


def _addresses(file: Path) -> Iterator[str]:
    yield from HALLS
    with closing(sqlite3.connect(file)) as connection:
        for room, table in ROOMS.items():
            for (key,) in connection.execute(f"SELECT key FROM {table} LIMIT 1"):  # noqa: S608  own words
                yield f"/{room}/{quote(key, safe='')}"


def _switch(folder: Path, made: Path) -> None:
    link = folder / f".{CURRENT}-{made.name}"
    link.symlink_to(made.name)
    link.replace(folder / CURRENT)


def _forget_old(folder: Path) -> None:
    releases = sorted(
        entry for entry in folder.iterdir() if (entry / MANIFEST).is_file() and not entry.is_symlink()
    )
    for old in releases[:-KEPT]:
        shutil.rmtree(old)
    # What a killed release left half made.
    for entry in folder.glob(".making-*"):
        shutil.rmtree(entry)
    for entry in folder.glob(f".{CURRENT}-*"):
        entry.unlink()
