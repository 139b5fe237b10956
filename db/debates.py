"""Debates into rows: agenda items, turns, and what members said about their own ballots."""

from __future__ import annotations

from msgspec import structs
from sqlite_utils import Database

from db.people import People
from db.records import AgendaItem, Correction, Debate, DebateOutline, Speech, SpeechText
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of

LINKS = (
    ("agenda_item_bills", "bill_key"),
    ("agenda_item_documents", "document"),
    ("agenda_item_votes", "vote_key"),
)
"""What an item names, by table and column."""


class Debates:
    """Stores debates. Who spoke is found out later, by `db.speakers`, unless the source identifies them."""

    def __init__(self, db: Database, rows: Rows, people: People) -> None:
        """Store debates in this database."""
        self._connection = db.conn
        self._rows = rows
        self._people = people

    def store(self, debate: Debate, provenance: Provenance) -> None:
        """Store the items and turns of a sitting; mark those that the same address no longer shows.

        Raises:
            ContradictionError: The sitting is named by its number, and no answer has listed that one.
        """
        sitting = debate.sitting or self._numbered(debate)
        place: Row = {"chamber": debate.chamber, "term": debate.term, "sitting_key": sitting}
        self._mention_sitting(place, provenance)
        for item in debate.items:
            self._item(item, place, provenance)
        for speech in debate.speeches:
            self._speech(speech, place, provenance)
        for speech in debate.mentions:
            if self._rows.find("speeches", speech.key) is None:
                self._speech(speech, place, provenance)
        for correction in debate.corrections:
            self._rows.put("ballot_corrections", _correction_row(correction), provenance)
        kept = {speech.key for speech in (*debate.speeches, *debate.mentions)}
        self._withdraw(place, debate.items, ("speeches", kept), provenance)

    def store_outline(self, outline: DebateOutline, provenance: Provenance) -> None:
        """Store the items and entries of a list of speakers; mark those that it no longer shows."""
        place: Row = {"chamber": outline.chamber, "term": outline.term, "sitting_key": outline.sitting}
        self._mention_sitting(place, provenance)
        for item in outline.items:
            self._item(item, place, provenance)
        for entry in outline.entries:
            row = structs.asdict(entry)
            self._rows.put("speech_outlines", {**place, "item_key": row.pop("item"), **row}, provenance)
        kept = {entry.key for entry in outline.entries}
        self._withdraw(place, outline.items, ("speech_outlines", kept), provenance)

    def store_text(self, text: SpeechText, provenance: Provenance) -> None:
        """Add the words of a turn to what another answer says of it.

        Raises:
            ContradictionError: No answer has listed the turn.
        """
        speech = self._rows.find("speeches", text.key)
        if speech is None:
            raise ContradictionError(f"{text.key}: the words of a turn that no answer has listed")
        row: dict[str, Value] = {"key": text.key, "language": text.language, "text": text.text}
        if text.url is not None:
            row["url"] = text.url
        if text.item is not None:
            place = {name: speech[name] for name in ("chamber", "term", "sitting_key")}
            self._item(text.item, place, provenance)
            row["item_key"] = text.item.key
        self._rows.put("speeches", row, provenance, unknown=(None,))

    def _numbered(self, debate: Debate) -> str:
        """The key of the one sitting that has this number in the term."""
        found = self._connection.execute(
            "SELECT key FROM sittings WHERE term = ? AND number = ?", [debate.term, debate.number]
        ).fetchall()
        if len(found) != 1:
            known = "that no answer has listed" if not found else f"of which there are {len(found)}"
            raise ContradictionError(f"{debate.term}: the debates of sitting {debate.number}, {known}")
        return str(found[0][0])

    def _mention_sitting(self, place: Row, provenance: Provenance) -> None:
        row: Row = {
            "key": place["sitting_key"],
            "chamber": place["chamber"],
            "term": place["term"],
            "is_stated": 0,
        }
        self._rows.put("sittings", row, provenance)

    def _item(self, item: AgendaItem, place: Row, provenance: Provenance) -> None:
        row: Row = {
            "key": item.key,
            **place,
            "position": item.position,
            "number": item.number,
            "title": item.title,
            "stage": item.stage,
        }
        if not self._rows.put("agenda_items", row, provenance).is_accepted:
            return
        for (table, column), named in zip(LINKS, (item.bills, item.documents, item.votes), strict=True):
            self._link(table, column, item.key, set(named))

    def _link(self, table: str, column: str, item: str, named: set[str]) -> None:
        found = self._connection.execute(f"SELECT {column} FROM {table} WHERE item_key = ?", [item])  # noqa: S608  own names
        stored = {name for (name,) in found}
        self._connection.executemany(
            f"DELETE FROM {table} WHERE item_key = ? AND {column} = ?",  # noqa: S608  own names
            [(item, name) for name in stored - named],
        )
        self._connection.executemany(
            f"INSERT INTO {table} (item_key, {column}) VALUES (?, ?)",  # noqa: S608  own names
            [(item, name) for name in sorted(named - stored)],
        )

    def _speech(self, speech: Speech, place: Row, provenance: Provenance) -> None:
        row = {"key": speech.key, **place, **_speech_row(speech)}
        if speech.person is not None:
            who = self._people.identity_of(speech.person, provenance)
            row.update(**who._asdict(), person_method="identifier", person_confidence="official")
        if speech.faction is not None:
            row.update(faction=speech.faction, faction_basis="stated")
        self._rows.put("speeches", row, provenance, unknown=(None,))

    def _withdraw(
        self,
        place: Row,
        items: tuple[AgendaItem, ...],
        kept: tuple[str, set[str]],
        provenance: Provenance,
    ) -> None:
        """Mark the items, and the rows of another table, that are shown no more."""
        sitting: Row = {"sitting_key": place["sitting_key"]}
        self._rows.withdraw("agenda_items", sitting, {item.key for item in items}, provenance)
        table, keys = kept
        self._rows.withdraw(table, sitting, keys, provenance)


def _speech_row(speech: Speech) -> dict[str, Value]:
    """The columns of a turn. What is only known from another answer is left out, so that it stays."""
    row: dict[str, Value] = {
        "position": speech.position,
        "date": value_of(speech.date),
        "start_time": value_of(speech.start),
        "end_time": value_of(speech.end),
        "speaker": speech.speaker,
        "family_name": speech.family_name,
        "given_name": speech.given_name,
        "capacity": speech.capacity,
        "office": speech.office,
        "is_draft": value_of(speech.is_draft),
    }
    elsewhere: dict[str, Value] = {
        "seconds": speech.seconds,
        "is_unspoken": value_of(speech.is_unspoken),
        "language": speech.language,
        "text": speech.text,
        "gist": speech.gist,
        "url": speech.url,
        "item_key": speech.item,
    }
    return {
        **row,
        **{name: value for name, value in elsewhere.items() if value is not None},
    }


def _correction_row(correction: Correction) -> Row:
    return {
        "key": correction.key,
        "speech_key": correction.speech,
        "vote_key": correction.vote,
        "option": correction.option,
        "label": correction.label,
    }
