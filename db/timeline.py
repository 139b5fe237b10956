"""The timeline over all states and kinds of event, kept as a table: no page waits until it is worked out."""

from __future__ import annotations

from sqlite_utils import Database

from db.rows import replace_rows


def settle_timeline(db: Database) -> None:
    """Bring the table `timeline` to what the view `timeline_rows` says. On settled rows it writes nothing."""
    rows = list(db.query("SELECT * FROM timeline_rows"))
    replace_rows(db, "timeline", {(row["key"],): row for row in rows})
