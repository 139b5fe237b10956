"""Statements and offices into rows."""

from __future__ import annotations

from sqlite_utils import Database

from db.people import People
from db.records import Office, Signatory, Statement
from db.rows import Provenance, Row, Rows, Value, value_of

Signed = tuple[int, str, int | None, int | None, str | None, str | None]
"""The place, the name, the person, the identifier's own row, the office and the country of a signatory."""


class Statements:
    """Stores statements with their signatories, and the offices that people hold."""

    def __init__(self, db: Database, rows: Rows, people: People) -> None:
        """Store statements in this database."""
        self._connection = db.conn
        self._rows = rows
        self._people = people

    def store(self, statement: Statement, provenance: Provenance) -> None:
        """Store a statement, who signed it, and the tags that a person gave it."""
        if statement.is_mention:
            self._mention(statement, provenance)
            return
        row = _statement_row(statement)
        if statement.time is None:
            # Many pages print the day only. The moment that a feed gave is no less true.
            del row["time"]
        stored = self._rows.put("statements", row, provenance, unknown=(None,))
        if not stored.is_accepted:
            return
        if statement.signatories:
            self._sign(stored.id, statement, provenance)
        self._connection.executemany(
            "INSERT OR IGNORE INTO tags (subject_key, scheme, tag, basis, rule, words)"
            " VALUES (?, 'argument', ?, 'curated', '', '')",
            [(statement.key, argument) for argument in statement.arguments],
        )

    def store_office(self, office: Office, provenance: Provenance) -> None:
        """Store a post with its days."""
        row: Row = {
            "key": office.key,
            "country": office.country,
            **self._people.identity_of(office.person, provenance)._asdict(),
            "kind": office.kind,
            "title": office.title,
            "start_date": value_of(office.start),
            "start_precision": office.start_precision,
            "end_date": value_of(office.end),
            "end_precision": office.end_precision,
        }
        self._rows.put("offices", row, provenance)

    def _mention(self, statement: Statement, provenance: Provenance) -> None:
        statement_id = self._rows.fill("statements", _statement_row(statement), provenance)
        is_signed = self._connection.execute(
            "SELECT 1 FROM statement_signatories WHERE statement_id = ?", [statement_id]
        ).fetchone()
        if not is_signed:
            self._sign(statement_id, statement, provenance)

    def _sign(self, statement_id: int, statement: Statement, provenance: Provenance) -> None:
        signed = [
            self._signed(place, signatory, provenance)
            for place, signatory in enumerate(statement.signatories, 1)
        ]
        stored = self._connection.execute(
            "SELECT position, name, person_id, own_id, office, country FROM statement_signatories"
            " WHERE statement_id = ? ORDER BY position",
            [statement_id],
        ).fetchall()
        if stored == signed:
            return
        if stored:
            change = _names(stored), _names(signed)
            self._rows.revise("statements", statement.key, "signatories", change, provenance)
        self._connection.execute("DELETE FROM statement_signatories WHERE statement_id = ?", [statement_id])
        self._connection.executemany(
            "INSERT INTO statement_signatories"
            " (statement_id, position, name, person_id, own_id, office, country)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(statement_id, *row) for row in signed],
        )

    def _signed(self, place: int, signatory: Signatory, provenance: Provenance) -> Signed:
        who: tuple[int | None, int | None] = (None, None)
        if signatory.person is not None:
            who = self._people.identity_of(signatory.person, provenance)
        return place, signatory.name, *who, signatory.office, signatory.country


def _statement_row(statement: Statement) -> dict[str, Value]:
    return {
        "key": statement.key,
        "country": statement.country,
        "date": statement.date.isoformat(),
        "date_precision": statement.date_precision,
        "time": value_of(statement.time),
        "channel": statement.channel,
        "venue": statement.venue,
        "title": statement.title,
        "language": statement.language,
        "url": statement.url,
        "text": statement.text,
        "gist": statement.gist,
        "stance": statement.stance,
        "treaty": statement.treaty,
    }


def _names(signed: list[Signed]) -> str:
    return ", ".join(f"{name} ({office or '?'})" for _, name, _, _, office, _ in signed)
