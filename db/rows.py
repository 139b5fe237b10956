"""Writing rows: only what changed, with a revision for every changed value, and nothing deleted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.records import Origin

Value = str | int | None
Row = Mapping[str, Value]

RANK: dict[Origin, int] = {"sample": 0, "dossier": 1, "live": 2}
"""What may replace what: an official answer replaces the bundled facts, never the other way round."""

READ_AS = {"merged_persons": "persons", "told_actions": "treaty_actions"}
"""Tables that people know under another name: their revisions go by that one."""


class ContradictionError(Exception):
    """A record contradicts itself or what it refers to; nothing of its response is to be stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a row comes from: an archived response or an entry of the dossier, exactly one of the two."""

    origin: Origin
    source_url: str
    seen_at: str
    """When the source said so, in UTC, as ISO 8601."""
    response_id: int | None = None
    dossier_entry_id: int | None = None

    def columns(self) -> dict[str, Value]:
        """The columns of a row that carry it."""
        return {
            "origin": self.origin,
            "source_url": self.source_url,
            "response_id": self.response_id,
            "dossier_entry_id": self.dossier_entry_id,
        }


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a row: its id, whether it was there before, and whether this source may speak for it."""

    id: int
    is_new: bool
    is_accepted: bool


class Rows:
    """Tables whose rows have a readable `key` and carry their provenance."""

    def __init__(self, db: Database) -> None:
        """Write to this database, inside whatever transaction is open."""
        self._db = db
        self._connection = db.conn

    def put(self, table: str, row: Row, provenance: Provenance, *, unknown: Collection[Value] = ()) -> Stored:
        """Store a row under its `key`: insert it, update what changed, or leave an equal one alone.

        A row with `is_stated` 0 is a mention: it makes the row if there is none and changes nothing else.
        What a mention made is filled in by the first statement, of whatever origin, and without a revision,
        since nothing that a source stated was changed. So are columns whose stored value is one of `unknown`.
        """
        stored = self.find(table, row["key"])
        if stored is None:
            return Stored(self._insert(table, {**row, **provenance.columns()}), is_new=True, is_accepted=True)
        identity = int(stored["id"] or 0)
        if row.get("is_stated") == 0 or not _may_replace(stored, provenance):
            return Stored(identity, is_new=False, is_accepted=False)
        self._change(table, stored, row, provenance, unknown)
        return Stored(identity, is_new=False, is_accepted=True)

    def fill(self, table: str, row: Row, provenance: Provenance) -> int:
        """Store a row if there is none, else fill in what is unknown of it; what is known stays.

        The bundled facts fill in nothing of a row that carries the name of an official answer.
        """
        stored = self.find(table, row["key"])
        if stored is None:
            return self._insert(table, {**row, **provenance.columns()})
        unknown = {name: value for name, value in row.items() if stored[name] is None and value is not None}
        if unknown and RANK[provenance.origin] >= _rank(stored):
            self._update(table, int(stored["id"] or 0), unknown)
        return int(stored["id"] or 0)

    def withdraw(self, table: str, parent: Row, keep: Collection[str], provenance: Provenance) -> None:
        """Mark the rows of `parent` that the same source no longer shows, except those in `keep`.

        Entries of the dossier are sources of their own, also where they rest on the same address.
        """
        where = " AND ".join(f"{name} IS ?" for name in (*parent, "source_url", "dossier_entry_id"))
        shown = self._connection.execute(
            f"SELECT id, key FROM {table} WHERE withdrawn_at IS NULL AND {where}",  # noqa: S608  own names
            [*parent.values(), provenance.source_url, provenance.dossier_entry_id],
        ).fetchall()
        for identity, key in shown:
            if key not in keep:
                self._update(table, identity, {"withdrawn_at": provenance.seen_at})
                self.revise(table, key, "withdrawn_at", (None, provenance.seen_at), provenance)

    def find(self, table: str, key: Value) -> dict[str, Value] | None:
        """The stored row with this key."""
        cursor = self._connection.execute(f"SELECT * FROM {table} WHERE key = ?", [key])  # noqa: S608  own names
        found = cursor.fetchone()
        return found and dict(zip((column[0] for column in cursor.description), found, strict=True))

    def revise(
        self, table: str, key: str, column: str, change: tuple[Value, Value], provenance: Provenance
    ) -> None:
        """Remember that a stored value was changed, from what to what, when, and by which source."""
        old, new = (None if value is None else str(value) for value in change)
        self._connection.execute(
            "INSERT INTO revisions (table_name, row_key, column_name, old_value, new_value,"
            " response_id, dossier_entry_id, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                READ_AS.get(table, table),
                key,
                column,
                old,
                new,
                provenance.response_id,
                provenance.dossier_entry_id,
                provenance.seen_at,
            ],
        )

    def _change(
        self, table: str, stored: Row, row: Row, provenance: Provenance, unknown: Collection[Value]
    ) -> None:
        changed = {name: value for name, value in row.items() if stored[name] != value}
        if "withdrawn_at" in stored and stored["withdrawn_at"] is not None:
            changed["withdrawn_at"] = None
        for name, value in changed.items():
            if stored.get("is_stated") != 0 and stored[name] not in unknown:
                self.revise(table, str(row["key"]), name, (stored[name], value), provenance)
        if changed or RANK[provenance.origin] > _rank(stored):
            self._update(table, int(stored["id"] or 0), {**changed, **provenance.columns()})

    def _insert(self, table: str, row: Row) -> int:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  own names
        return int(self._connection.execute(sql, list(row.values())).lastrowid or 0)

    def _update(self, table: str, identity: int, values: Row) -> None:
        sets = ", ".join(f"{name} = ?" for name in values)
        sql = f"UPDATE {table} SET {sets} WHERE id = ?"  # noqa: S608  own names
        self._connection.execute(sql, [*values.values(), identity])


def replace_rows(db: Database, table: str, wanted: Mapping[Any, Row]) -> None:
    """Let a table hold these rows, each under its primary key, and no others. Equal rows stay as they are."""
    keys = db.table(table).pks
    stored = {tuple(row[key] for key in keys): row for row in list(db.query(f"SELECT * FROM {table}"))}  # noqa: S608  own names
    where = " AND ".join(f"{key} = ?" for key in keys)
    gone = [key for key in stored if stored[key] != wanted.get(key)]
    db.conn.executemany(f"DELETE FROM {table} WHERE {where}", gone)  # noqa: S608  own names
    for key, row in wanted.items():
        if stored.get(key) != row:
            marks = ", ".join(f":{name}" for name in row)
            db.conn.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", dict(row))  # noqa: S608  own names


def _may_replace(stored: Row, provenance: Provenance) -> bool:
    return stored.get("is_stated") == 0 or RANK[provenance.origin] >= _rank(stored)


def _rank(stored: Row) -> int:
    return RANK[stored["origin"]]  # type: ignore[index]  # the table's CHECK allows nothing else


def value_of(value: object) -> Value:
    """The value as SQLite stores it: days and moments as ISO 8601, moments in UTC, truth as 1 and 0."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="milliseconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    assert value is None or isinstance(value, str | int)  # noqa: S101  records hold nothing else
    return value
