"""Taking in an answer: read it, store all of it in one transaction, or quarantine it whole.

Crawls and `ottawa rebuild` use the same intake, so that both give the same rows.
"""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Literal

from sqlite_utils import Database

from db.ledger import Ledger, Mode, ProblemState, ResponseNote, RunFigures, RunState
from db.rows import ContradictionError, Provenance
from db.writer import Writer
from scrapers.pages import PageError, descriptors
from scrapers.spiders import Problem, Received

Taken = Literal["stored", "unchanged", "quarantined"]

UNFIT = (PageError, ContradictionError, sqlite3.IntegrityError, OverflowError, UnicodeEncodeError)
"""What says that an answer is not to be stored; the last two: it has a number or a text that SQLite lacks."""


class Intake:
    """One run's way into the database."""

    def __init__(self, db: Database, spider: str, mode: Mode, selection: str = "") -> None:
        """Open a run of this spider over what was selected, which goes on with one that was stopped."""
        self.figures = RunFigures()
        self.problems: list[tuple[ProblemState, str, str]] = []
        self._db = db
        self._ledger = Ledger(db)
        self._writer = Writer(db)
        with db.atomic():
            register_all(self._writer)
            self.resumed_since = self._ledger.resumed_since(spider, selection) if mode == "live" else None
            self._run_id = self._ledger.begin(spider, mode, selection)

    def take(self, received: Received) -> Taken:
        """Store what the answer says; quarantine it if it cannot be read, leaving what is stored."""
        note = _note(received)
        self.figures.responses += 1
        self.figures.bytes += note.size
        known = self._ledger.known(note.fingerprint, note.sha256, note.origin)
        if known == "stored":
            self.figures.unchanged += 1
            return "unchanged"
        try:
            self._store(received, note)
        except UNFIT as error:
            self._writer.forget()
            self._quarantine(note, str(error), is_known=known is not None)
            return "quarantined"
        return "stored"

    def fail(self, problem: Problem) -> None:
        """Remember a request that brought no answer to read."""
        if problem.state == "not archived":
            self.figures.not_archived += 1
        else:
            self._remember(problem.state, problem.url, problem.reason)

    def close(self, requests: int, crash: str | None = None) -> RunState:
        """Close the run, and say how it ended. `crash` is the reason if it ended before its time."""
        self.figures.requests = requests
        state, reason = ("failed", crash) if crash else self._state()
        with self._db.atomic():
            self._ledger.end(self._run_id, state, reason, self.figures)
        return state

    def _store(self, received: Received, note: ResponseNote) -> None:
        before = self._db.conn.total_changes
        with self._db.atomic():
            records = received.page.read(received.answer)
            response_id = self._ledger.note(self._run_id, note)
            provenance = Provenance(
                origin=note.origin,
                source_url=note.url,
                seen_at=note.fetched_at,
                response_id=response_id,
            )
            self._writer.store(records, provenance)
            self._compare_shape(received, response_id)
        self.figures.rows_written += self._db.conn.total_changes - before

    def _compare_shape(self, received: Received, response_id: int) -> None:
        page = received.page
        if page.shape is None or received.origin != "live":
            return
        for kind, name in page.shape.differences(received.answer.body):
            self._ledger.shape_difference(page.key, kind, name, response_id)

    def _quarantine(self, note: ResponseNote, reason: str, *, is_known: bool) -> None:
        self.figures.quarantined += 1
        if not is_known:
            with self._db.atomic():
                self._ledger.note(self._run_id, note, quarantined=reason)
        self._remember("quarantined", note.url, reason)

    def _remember(self, state: ProblemState, url: str, reason: str) -> None:
        self.problems.append((state, url, reason))
        with self._db.atomic():
            self._ledger.problem(self._run_id, state, url, reason)

    def _state(self) -> tuple[RunState, str | None]:
        if self.problems:
            state, url, reason = max(self.problems, key=lambda problem: SEVERITY[problem[0]])
            return state, reason if url in reason else f"{url}: {reason}"
        if self.figures.responses == 0:
            return "nothing found", "no answer was read"
        return "ok", None


SEVERITY: dict[ProblemState, int] = {"refused": 1, "unreachable": 2, "quarantined": 3, "failed": 4}
"""Which state names the run where it met several."""


def register_all(writer: Writer) -> None:
    """Store what all descriptors say."""
    for descriptor in descriptors():
        writer.register(descriptor.reference)
        writer.register([*descriptor.sources, *descriptor.parsers])


def _note(received: Received) -> ResponseNote:
    answer = received.answer
    return ResponseNote(
        source=received.page.source,
        page=received.page.name,
        url=answer.url,
        method=answer.method,
        fingerprint=received.fingerprint,
        fetched_at=received.fetched_at.isoformat(timespec="milliseconds"),
        status=answer.status,
        content_type=answer.content_type,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        size=len(answer.body),
        origin=received.origin,
    )
