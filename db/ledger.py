"""The ledger of runs and responses: what was asked, what came, what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Literal

from sqlite_utils import Database

from db.records import Origin

Mode = Literal["live", "sample", "offline", "rebuild"]
RunState = Literal["running", "ok", "nothing found", "unreachable", "refused", "quarantined", "failed"]
ProblemState = Literal["unreachable", "refused", "quarantined", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseNote:
    """What the database remembers of a response; its bytes are in the archive."""

    source: str
    page: str
    url: str
    method: str
    fingerprint: str
    """The request's, in hexadecimal."""
    fetched_at: str
    status: int
    content_type: str
    sha256: str
    """Of the body, in hexadecimal."""
    size: int
    origin: Origin


@dataclass(slots=True, kw_only=True)
class RunFigures:
    """What a run counts."""

    requests: int = 0
    responses: int = 0
    unchanged: int = 0
    quarantined: int = 0
    not_archived: int = 0
    rows_written: int = 0
    bytes: int = 0


STOPPED = "stopped before its time"
"""With which the reason of a run begins that did not come to its end."""

RESUMED = f"""
SELECT min(started_at) FROM runs
WHERE spider = :spider AND mode = 'live' AND selection = :selection AND id > coalesce(
    (
        SELECT max(id) FROM runs
        WHERE spider = :spider AND mode = 'live' AND selection = :selection
            AND state <> 'running' AND coalesce(reason, '') NOT LIKE '{STOPPED}%'
    ), 0
)
"""  # noqa: S608  own words
"""The first of the latest runs for a selection that were killed or stopped, one after the other."""


class Ledger:
    """Writes `runs`, `run_problems` and `responses`."""

    def __init__(self, db: Database) -> None:
        """Keep the ledger of this database."""
        self._connection = db.conn

    def begin(self, spider: str, mode: Mode, selection: str = "") -> int:
        """Open a run, and return its id. A run that is killed stays `running` in the table."""
        cursor = self._connection.execute(
            "INSERT INTO runs (spider, mode, selection, started_at, state) VALUES (?, ?, ?, ?, 'running')",
            [spider, mode, selection, now()],
        )
        return int(cursor.lastrowid or 0)

    def resumed_since(self, spider: str, selection: str) -> str | None:
        """When the work began that a live run goes on with: that of runs which were killed or stopped."""
        found = self._connection.execute(RESUMED, {"spider": spider, "selection": selection}).fetchone()
        return None if found[0] is None else str(found[0])

    def end(self, run_id: int, state: RunState, reason: str | None, figures: RunFigures) -> None:
        """Close a run with its state, the reason for it, and its figures."""
        values = {"finished_at": now(), "state": state, "reason": reason, **asdict(figures)}
        sets = ", ".join(f"{name} = ?" for name in values)
        self._connection.execute(
            f"UPDATE runs SET {sets} WHERE id = ?",  # noqa: S608  own names
            [*values.values(), run_id],
        )

    def problem(self, run_id: int, state: ProblemState, url: str, reason: str) -> None:
        """Remember something that went wrong in a run."""
        self._connection.execute(
            "INSERT INTO run_problems (run_id, state, url, reason, found_at) VALUES (?, ?, ?, ?, ?)",
            [run_id, state, url, reason, now()],
        )

    def known(self, fingerprint: str, sha256: str, origin: Origin) -> str | None:
        """The state of the response if the latest of its request has this very content, else None.

        A sample that an official answer of the same content has replaced is known too.
        """
        found = self._connection.execute(
            "SELECT sha256, state, origin FROM responses WHERE fingerprint = ? ORDER BY id DESC LIMIT 1",
            [fingerprint],
        ).fetchone()
        if found is None or found[0] != sha256 or (origin == "live" and found[2] != "live"):
            return None
        return str(found[1])

    def shape_difference(self, parser: str, kind: str, name: str, response_id: int) -> None:
        """Remember, once, that an answer has a name that it should not have, or lacks one (`missing`)."""
        self._connection.execute(
            "INSERT OR IGNORE INTO shape_differences (parser, kind, name, response_id) VALUES (?, ?, ?, ?)",
            [parser, kind, name, response_id],
        )

    def note(self, run_id: int, response: ResponseNote, quarantined: str | None = None) -> int:
        """Remember a response, quarantined for a reason or else stored, and return its id."""
        values = {
            **asdict(response),
            "state": "stored" if quarantined is None else "quarantined",
            "reason": quarantined,
            "run_id": run_id,
        }
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        cursor = self._connection.execute(
            f"INSERT INTO responses ({names}) VALUES ({marks})",  # noqa: S608  own names
            list(values.values()),
        )
        return int(cursor.lastrowid or 0)


def now() -> str:
    """This moment in UTC, as ISO 8601 with milliseconds."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
