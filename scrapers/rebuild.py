"""Parsing the whole archive again into a fresh database, without any network."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.database import open_database
from db.history import keep_history
from db.identities import reviewed_identities
from scrapers.archive import Archive, ArchiveError, Capture
from scrapers.archives import Archives
from scrapers.crawl import conclude_run, take_in_dossier
from scrapers.intake import Intake
from scrapers.pages import Answer, Page, reader_of
from scrapers.progress import Stage, stage
from scrapers.spiders import Problem, Received

log = logging.getLogger(__name__)

BATCH = 200
"""Answers that share a commit. A fresh database is thrown away if its rebuild does not end."""


def rebuild(archive: Path, database: Path, *others: Path) -> list[dict[str, Any]]:
    """Read every kept answer in the order of its arrival, and put the new database in the old one's place.

    Other archives, of other hosts, are read together with the first. The old database stays until the new
    one is whole; how its runs went, and its alarms, are kept. Returns the rows of `runs` that this made.

    Raises:
        ArchiveError: A folder holds no archive, or nothing in them can be read.
        DossierError: A reviewed file cannot be taken in.
    """
    reviewed = reviewed_identities()
    fresh = database.with_name(f"{database.name}.rebuilding")
    _remove(fresh)
    with Archives(archive, *others) as kept, closing(open_database(fresh)) as db:
        _keep_history(db, database)
        before = _last_run(db)
        take_in_dossier(db, "rebuild")
        if not take_in_archive(db, kept):
            raise ArchiveError(f"{archive} holds no answer that can be read; {database} stays as it is")
        conclude_run(db, reviewed)
        runs = _runs_since(db, before)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # The old file itself goes in the same moment in which the new one comes.
    _remove_log(database)
    fresh.replace(database)
    return runs


UNRESOLVED = """
SELECT fingerprint, sha256
FROM responses
WHERE state = 'quarantined'
    AND NOT EXISTS (
        SELECT 1 FROM responses AS later
        WHERE later.fingerprint = responses.fingerprint AND later.id > responses.id
    )
"""
"""The quarantined answers that no later one has replaced."""


def retry_quarantined(archive: Path, database: Path, *others: Path) -> list[dict[str, Any]]:
    """Read the quarantined answers again, once their parser is mended, and return the rows of `runs` made.

    They come from the archives, and nothing is asked for.

    Raises:
        ArchiveError: A folder holds no archive.
        DossierError: A reviewed file cannot be taken in.
    """
    reviewed = reviewed_identities()
    with Archives(archive, *others) as kept, closing(open_database(database)) as db:
        wanted = set(db.execute(UNRESOLVED).fetchall())
        before = _last_run(db)
        take_in_archive(db, kept, lambda capture: (capture.fingerprint, capture.sha256) in wanted)
        conclude_run(db, reviewed)
        return _runs_since(db, before)


def take_in_archive(
    db: Database, archive: Archive | Archives, is_wanted: Callable[[Capture], bool] = lambda _: True
) -> int:
    """Take in every wanted answer in the order of its arrival, as one run a spider, and return how many.

    A damaged answer is a problem of its run, and no reason to leave out the others.
    """
    intakes: dict[str, Intake] = {}
    with stage("reading", total=len(archive)) as reading:
        for batch in _batches(found for found in _readable(archive, reading) if is_wanted(found[0])):
            with db.atomic():
                for capture, spider, page in batch:
                    if spider not in intakes:
                        intakes[spider] = Intake(db, spider, "rebuild")
                    _take(intakes[spider], archive, capture, page)
    for intake in intakes.values():
        intake.close(requests=0)
    return sum(intake.figures.responses for intake in intakes.values())


def _take(intake: Intake, archive: Archive | Archives, capture: Capture, page: Page) -> None:
    try:
        received = received_of(archive, capture, page)
    except ArchiveError as damage:
        intake.fail(Problem(url=capture.url, state="failed", reason=str(damage)))
    else:
        intake.take(received)


def _batches(found: Iterator[tuple[Capture, str, Page]]) -> Iterator[list[tuple[Capture, str, Page]]]:
    """Some answers at a time share a commit; each still has a savepoint of its own to fall back to."""
    while batch := list(islice(found, BATCH)):
        yield batch


def _readable(archive: Archive | Archives, reading: Stage) -> Iterator[tuple[Capture, str, Page]]:
    for capture in archive.captures():
        reading.step()
        reader = reader_of(capture.url, capture.method, capture.request_body)
        if reader is not None:
            parliament, page = reader
            yield capture, parliament.name, page


def received_of(archive: Archive | Archives, capture: Capture, page: Page) -> Received:
    """An archived answer as the spider would hand it on."""
    return Received(
        page=page,
        answer=Answer(
            url=capture.url,
            body=archive.body(capture),
            status=capture.status,
            content_type=capture.content_type,
            method=capture.method,
            request_body=capture.request_body,
        ),
        fingerprint=capture.fingerprint,
        fetched_at=capture.fetched_at,
        origin=capture.origin,
    )


def _keep_history(db: Database, old: Path) -> None:
    try:
        keep_history(db, old)
    except sqlite3.DatabaseError as error:
        log.warning("%s: how its runs went, and its alarms, cannot be read and are lost: %s", old, error)


def _last_run(db: Database) -> int:
    return int(db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0])


def _runs_since(db: Database, run_id: int) -> list[dict[str, Any]]:
    return list(db.query("SELECT * FROM runs WHERE id > ? ORDER BY id", [run_id]))


def _remove(database: Path) -> None:
    database.unlink(missing_ok=True)
    _remove_log(database)


def _remove_log(database: Path) -> None:
    for suffix in ("-wal", "-shm"):
        database.with_name(f"{database.name}{suffix}").unlink(missing_ok=True)
