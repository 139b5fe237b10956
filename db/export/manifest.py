"""What an export says of itself: as of when, from which sources, under which licence, what is in a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import msgspec

from db.export.written import Written
from db.ledger import now

SOURCES = """
    SELECT sources.key, sources.name, sources.url, sources.licence, sources.attribution,
        max(responses.fetched_at) AS last_answer, count(responses.id) AS answers
    FROM sources LEFT JOIN responses ON responses.source = sources.key AND responses.state = 'stored'
    GROUP BY sources.key ORDER BY sources.key
"""

NOTE = (
    "Every row names its source. An empty value means that something is not known, or is not there; it never"
    " means zero. The licence of a row is that of its source."
)


def manifest(db: sqlite3.Connection, files: Iterable[Written], version: str) -> bytes:
    """The manifest as JSON, for people and programs."""
    about = {
        "name": "leaving-ottawa",
        "version": version,
        "exported_at": now(),
        "data_as_of": data_as_of(db),
        "note": NOTE,
        "licence": "each source's own, see sources",
        "sources": sources(db),
        "files": [asdict(file) for file in files],
    }
    return msgspec.json.format(msgspec.json.encode(about), indent=2) + b"\n"


def data_as_of(db: sqlite3.Connection) -> str | None:
    """When the latest answer of a source was fetched; bundled samples carry the day they speak for."""
    as_of: str | None = db.execute("SELECT max(fetched_at) FROM responses").fetchone()[0]
    return as_of


def sources(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Each source with its licence, whom to credit, and when it last answered."""
    cursor = db.execute(SOURCES)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
