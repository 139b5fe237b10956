"""What a source, or the dossier, said once and says otherwise now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One value that changed, with the answer that said the old one and the answer that says the new one."""

    id: int
    seen_at: str
    """When the new value was first seen, in UTC, as ISO 8601."""
    table_name: str
    row_key: str
    column_name: str
    old_value: str
    new_value: str | None
    """None if the source no longer says anything."""
    source_url: str
    new_sha256: str | None
    """Of the answer that says the new value. None if the dossier says it."""
    old_fetched_at: str | None
    old_sha256: str | None
    """Of the answer before, from the same address. None if another address said the old value."""


def corrections(db: Database, since: dt.date | None = None) -> Iterator[Correction]:
    """The corrections seen since a day, the latest first."""
    sql = "SELECT * FROM corrections WHERE seen_at >= ? ORDER BY seen_at DESC, id DESC"
    for row in db.query(sql, [since.isoformat() if since else ""]):
        yield Correction(**row)
