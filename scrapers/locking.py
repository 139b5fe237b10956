"""One writer at a time: whoever changes a database holds its lock, and says who it is and since when."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from db.status import age


class Owner(msgspec.Struct, frozen=True):
    """Who holds a lock."""

    job: str
    pid: int
    since: str
    """In UTC, as ISO 8601."""


class BusyError(Exception):
    """Another job is changing the same database: the message says which, and for how long already."""


@contextmanager
def sole_writer(database: Path, job: str) -> Iterator[None]:
    """Hold the lock of a database while a job runs. A killed job holds nothing: the system lets go of it.

    Raises:
        BusyError: Another job holds it.
    """
    # Beside the database and not in it: a rebuild puts another file in the database's place.
    lock = FileLock(f"{database}.lock", blocking=False)
    note = Path(f"{database}.owner")
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(f"{database} is in use{_by(note)}") from None
    try:
        owner = Owner(job=job, pid=os.getpid(), since=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        note.write_bytes(msgspec.json.encode(owner))
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _by(note: Path) -> str:
    try:
        owner = msgspec.json.decode(note.read_bytes(), type=Owner)
    except (OSError, msgspec.DecodeError):
        return ""
    started = age(owner.since, dt.datetime.now(dt.UTC))
    return f": `ottawa {owner.job}` (process {owner.pid}) began {started}"
