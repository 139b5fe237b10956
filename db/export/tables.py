"""What is exported: every table and view that people query, its columns and their types."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from db.export import ballots

LEFT_OUT = {
    "vote_ballots": "spelled out as ballots",
    "ballot_blocks": "bits behind the measures, which the views of measures spell out",
    "member_pairs": "spelled out as member_agreements",
    "vote_places": "where a vote has its bit",
    "claim_findings": "what the queries in claims find, kept for the site",
    "measure_pending": "what waits to be summed up",
    "search_documents": "belongs to the index of words, which only SQLite reads",
    "search_facets": "belongs to the index of words",
    "search_languages": "belongs to the index of words",
    "search_pending": "belongs to the index of words",
    "search_words": "belongs to the index of words",
    "_sqlite_migrations": "says how the database was made, nothing about parliaments",
}
"""Tables that no file is made of, and why. The copy in SQLite has them."""

PARTITIONED = ("votes", "ballots")
"""Tables whose Parquet files lie in a folder for each chamber and term."""

INTEGER, REAL, TEXT = pa.int64(), pa.float64(), pa.string()

TYPES = {"INTEGER": INTEGER, "INT": INTEGER, "REAL": REAL, "TEXT": TEXT}
"""The types of the files are those of the database, so that the same SQL gives the same answers."""

COMPUTED = {
    "coverage": {"collected": INTEGER},
    "debate_counts": {"figure": INTEGER},
    "debate_coverage": dict.fromkeys(
        ("sittings", "parts", "turns", "turns_with_text", "turns_known"), INTEGER
    ),
    "debate_parts": dict.fromkeys(("turns", "turns_with_text", "turns_known"), INTEGER),
    "discrepancies": {"is_official": INTEGER},
    "faction_agreements": {"agreement": REAL},
    "member_agreements": {"agreement": REAL},
    "member_measures": {"attendance_votes": INTEGER, "attendance": REAL},
    "reported_figures": dict.fromkeys(("figure", "declared", "is_declared_official", "is_official"), INTEGER),
    "side_splits": {"against": INTEGER, "agreement_index": REAL},
    "tally_figures": dict.fromkeys(("is_declared", "is_official"), INTEGER),
    "treaty_tallies": dict.fromkeys(("is_declared", "is_official"), INTEGER),
    "treaty_actions": dict.fromkeys(("counts", "is_official"), INTEGER),
    "treaty_clock": dict.fromkeys(("days_between", "days_left", "days_since"), INTEGER),
    "treaty_discrepancies": {"is_official": INTEGER},
    "treaty_effects": {"is_official": INTEGER},
    "turns_on_bills": dict.fromkeys(("turns", "turns_with_text", "turns_as_chair"), INTEGER),
    "vote_measures": dict.fromkeys(
        (
            "voted",
            "present_not_voting",
            "absent",
            "not_recorded",
            "not_listed",
            "with_a_line",
            "against",
            "lead",
            "margin",
        ),
        INTEGER,
    )
    | dict.fromkeys(("turnout", "margin_share"), REAL),
}
"""The types of columns that a view computes, for which SQLite has none. Those not named here are text."""

ROWS_AT_ONCE = 5_000
"""Of tables whose rows may be long texts: a batch of speeches is some megabytes."""

Descriptions = Mapping[str, Mapping[str, Any]]
"""For each table: its `title`, its `description`, and the description of each of its `columns`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chamber in one of its terms."""

    chamber: str
    term: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view, and the columns that a file of it has."""

    name: str
    schema: pa.Schema

    def batches(self, db: sqlite3.Connection, part: Part | None = None) -> Iterator[pa.RecordBatch]:
        """All of its rows, or those of one part, a batch at a time."""
        if self.name == "ballots":
            for chosen in [part] if part else parts(db):
                yield from ballots.batches(db, chosen.chamber, chosen.term, self.schema)
            return
        where, values = ("WHERE chamber = ? AND term = ?", [part.chamber, part.term]) if part else ("", [])
        names = ", ".join(f"[{name}]" for name in self.schema.names)
        # Names of tables and columns cannot be parameters; these come from the schema.
        yield from self._read(db.execute(f"SELECT {names} FROM [{self.name}] {where}", values))  # noqa: S608

    def _read(self, cursor: sqlite3.Cursor) -> Iterator[pa.RecordBatch]:
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            columns = zip(*rows, strict=True)
            yield pa.record_batch([*map(pa.array, columns, self.schema.types)], schema=self.schema)


def tables(db: sqlite3.Connection, descriptions: Descriptions) -> list[Table]:
    """What is exported, by name, each column with its description."""
    found = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
    names = sorted(name for (name,) in found if not name.startswith("sqlite_") and name not in LEFT_OUT)
    return [Table(name, _schema(db, name, descriptions.get(name, {}))) for name in names]


def parts(db: sqlite3.Connection) -> list[Part]:
    """The chambers and terms of which there are votes."""
    return [
        Part(*row) for row in db.execute("SELECT DISTINCT chamber, term FROM votes ORDER BY chamber, term")
    ]


def plain_rows(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """The rows of batches as Python has them, for what is not written by columns."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _schema(db: sqlite3.Connection, name: str, described: Mapping[str, Any]) -> pa.Schema:
    words = described.get("columns", {})
    columns = db.execute("SELECT name, type FROM pragma_table_info(?)", [name])
    return pa.schema(
        pa.field(column, _type(name, column, declared), metadata={"description": words.get(column, "")})
        for column, declared in columns
    )


def _type(table: str, column: str, declared: str) -> pa.DataType:
    return TYPES[declared] if declared else COMPUTED.get(table, {}).get(column, TEXT)
