"""The dossier: curated facts that no machine-readable source gives, in small files that people can review.

Every entry names its source and how well the fact is known. An entry that is taken out of the files stays in
the database; to correct a fact, change its entry.
"""

from __future__ import annotations

import datetime as dt

from sqlite_utils import Database

from db.dossier.facts import DossierError, Entry, Fact, entries
from db.records import TallyReport, Vote
from db.rows import Provenance, Row, Rows, Value
from db.twins import official_key
from db.writer import Writer

__all__ = ["DossierError", "Entry", "entries", "load_dossier"]


def load_dossier(db: Database) -> int:
    """Store all entries, each in a transaction of its own, and return how many rows that wrote.

    The chambers and terms that the entries name must be in the database. Loading an unchanged dossier again
    writes no row.

    Raises:
        DossierError: A file of the dossier cannot be taken in.
        ContradictionError: An entry contradicts itself.
        sqlite3.IntegrityError: An entry names something that the database lacks.
    """
    writer, rows = Writer(db), Rows(db)
    before = db.conn.total_changes
    for entry in entries():
        with db.atomic():
            _store(db, rows, writer, entry)
    return db.conn.total_changes - before


def _store(db: Database, rows: Rows, writer: Writer, entry: Entry) -> None:
    stored = rows.find("dossier_entries", entry.key)
    if stored is None:
        provenance = _provenance(entry, _insert(db, entry))
    else:
        provenance = _provenance(entry, int(stored["id"] or 0))
        _change(db, rows, stored, entry, provenance)
    writer.store([_as_report(db, entry)], provenance)


def _as_report(db: Database, entry: Entry) -> Fact:
    """What the entry says; of a vote whose official record is there, the tally as a report on it."""
    record = entry.record
    official = official_key(db, record.key) if isinstance(record, Vote) else None
    if official is None or not isinstance(record, Vote):
        return record
    return TallyReport(vote=official, place=entry.source_name, tally=record.declared)


def _provenance(entry: Entry, entry_id: int) -> Provenance:
    """Seen when the entry was checked, so that loading it again says the same."""
    checked = dt.datetime.combine(entry.checked, dt.time(), dt.UTC)
    return Provenance(
        origin="dossier",
        source_url=entry.source_url,
        seen_at=checked.isoformat(timespec="milliseconds"),
        dossier_entry_id=entry_id,
    )


def _row(entry: Entry) -> dict[str, Value]:
    return {
        "key": entry.key,
        "source_url": entry.source_url,
        "source_name": entry.source_name,
        "confidence": entry.confidence,
        "note": entry.note,
    }


def _insert(db: Database, entry: Entry) -> int:
    cursor = db.conn.execute(
        "INSERT INTO dossier_entries (key, source_url, source_name, confidence, note)"
        " VALUES (:key, :source_url, :source_name, :confidence, :note)",
        _row(entry),
    )
    return int(cursor.lastrowid or 0)


def _change(db: Database, rows: Rows, stored: Row, entry: Entry, provenance: Provenance) -> None:
    for name, value in _row(entry).items():
        if stored[name] != value:
            sql = f"UPDATE dossier_entries SET {name} = ? WHERE id = ?"  # noqa: S608  own names
            db.conn.execute(sql, [value, stored["id"]])
            rows.revise("dossier_entries", entry.key, name, (stored[name], value), provenance)
    if stored["source_url"] != entry.source_url:
        _move(db, provenance)


def _move(db: Database, provenance: Provenance) -> None:
    """Let the rows of an entry name its new address too."""
    for table in db.table_names():
        if {"source_url", "dossier_entry_id"} <= set(db[table].columns_dict):
            db.conn.execute(
                f"UPDATE {table} SET source_url = ? WHERE dossier_entry_id = ?",  # noqa: S608  own names
                [provenance.source_url, provenance.dossier_entry_id],
            )
