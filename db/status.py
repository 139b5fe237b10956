"""How fresh each source is, what the database holds, and what is missing. All is read, nothing written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.checks import Finding, invariants, violations
from db.ledger import Mode, ProblemState, RunState
from db.records import Origin

MISSING = (
    "expected_is_collected",
    "quarantined_answers_are_resolved",
    "sources_are_read",
    "tracked_bills_have_a_final_vote",
)
"""The invariants that say what is missing."""

LAST_RUNS = """
SELECT id, spider, state, mode, started_at, finished_at, reason, requests, responses, unchanged,
    quarantined, not_archived, rows_written, bytes,
    (
        SELECT max(started_at) FROM runs AS good WHERE good.spider = runs.spider AND good.state = 'ok'
    ) AS last_good_at
FROM runs
WHERE id IN (SELECT max(id) FROM runs GROUP BY spider)
ORDER BY spider
"""

TABLES_WITH_ORIGIN = """
SELECT tables.name
FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table' AND columns.name = 'origin'
ORDER BY tables.name
"""

BALLOTS = """
SELECT votes.origin, count(*)
FROM vote_ballots JOIN votes ON votes.id = vote_ballots.vote_id
WHERE vote_ballots.withdrawn_at IS NULL
GROUP BY votes.origin
"""

STEPS = (("minute", 60), ("hour", 3600), ("day", 86400))
"""The words for an age, with their length in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunProblem:
    """Something that went wrong in a run."""

    state: ProblemState
    url: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """The last run of one spider."""

    spider: str
    state: RunState
    mode: Mode
    started_at: str
    """In UTC, as ISO 8601; so are the other moments."""
    finished_at: str | None
    """None if it is under way, or was killed."""
    age: str
    """How long ago it started, in words."""
    took: str
    """How long it ran, in words."""
    reason: str | None
    requests: int
    responses: int
    unchanged: int
    quarantined: int
    not_archived: int
    rows_written: int
    bytes: int
    last_good_at: str | None
    """When the last run began that ended well. None if there was none."""
    last_good_age: str | None
    problems: tuple[RunProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many rows of one origin a table holds."""

    table: str
    origin: Origin
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What `ottawa status` prints."""

    sources: tuple[SourceStatus, ...]
    """One for every spider that ever ran, in alphabetical order."""
    totals: tuple[Total, ...]
    missing: tuple[Finding, ...]


def read_status(db: Database, now: dt.datetime) -> Status:
    """The status of the database at this moment, which must carry its zone."""
    return Status(
        sources=tuple(_sources(db, now)),
        totals=tuple(_totals(db)),
        missing=tuple(
            finding
            for invariant in invariants()
            if invariant.name in MISSING
            for finding in violations(db, invariant)
        ),
    )


def age(moment: str, now: dt.datetime) -> str:
    """How long before `now` the moment was, in words: `3 hours ago`. The last full unit counts."""
    seconds = int((now - dt.datetime.fromisoformat(moment)).total_seconds())
    if seconds < 0:
        return "in the future"
    for word, length in reversed(STEPS):
        if number := seconds // length:
            return f"{number} {word}{'s' if number > 1 else ''} ago"
    return "just now"


def _took(start: str, end: str | None) -> str:
    if end is None:
        return "not ended"
    seconds = (dt.datetime.fromisoformat(end) - dt.datetime.fromisoformat(start)).total_seconds()
    minutes = int(seconds // 60)
    if minutes >= 60:  # noqa: PLR2004  minutes of an hour
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{seconds:.0f} s"


def _sources(db: Database, now: dt.datetime) -> Iterator[SourceStatus]:
    for row in list(db.query(LAST_RUNS)):
        run_id, last_good_at = row.pop("id"), row["last_good_at"]
        yield SourceStatus(
            **row,
            age=age(row["started_at"], now),
            took=_took(row["started_at"], row["finished_at"]),
            last_good_age=last_good_at and age(last_good_at, now),
            problems=_problems(db, run_id),
        )


def _problems(db: Database, run_id: int) -> tuple[RunProblem, ...]:
    rows = db.query("SELECT state, url, reason FROM run_problems WHERE run_id = ? ORDER BY id", [run_id])
    return tuple(RunProblem(**row) for row in rows)


def _totals(db: Database) -> Iterator[Total]:
    counts = {
        name: f"SELECT origin, count(*) FROM {name} GROUP BY origin"  # noqa: S608  the schema's own names
        for (name,) in db.conn.execute(TABLES_WITH_ORIGIN).fetchall()
    }
    for table, sql in sorted({**counts, "ballots": BALLOTS}.items()):
        for origin, rows in db.conn.execute(sql).fetchall():
            yield Total(table=table, origin=origin, rows=rows)
