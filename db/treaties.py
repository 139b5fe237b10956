"""Treaties, actions and tables of participants into rows."""

from __future__ import annotations

from msgspec import structs
from sqlite_utils import Database

from db.records import Participant, StateFacts, Treaty, TreatyAction, TreatyPage
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of

BORDERS = ("borders_russia", "borders_belarus")


class Treaties:
    """Stores treaties, what states do about them, and the tables in which sources print it."""

    def __init__(self, db: Database, rows: Rows) -> None:
        """Store treaties in this database."""
        self._connection = db.conn
        self._rows = rows

    def store_state(self, facts: StateFacts, provenance: Provenance) -> None:
        """Store what is known of a state that the register of states has.

        Raises:
            ContradictionError: It has no such state.
        """
        stored = self._connection.execute(
            "SELECT borders_russia, borders_belarus FROM states WHERE key = ?", [facts.key]
        ).fetchone()
        if stored is None:
            raise ContradictionError(f"{facts.key}: no state of the register")
        told = int(facts.borders_russia), int(facts.borders_belarus)
        if stored == told:
            return
        for column, old, new in zip(BORDERS, stored, told, strict=True):
            if old not in (None, new):
                self._rows.revise("states", facts.key, column, (old, new), provenance)
        self._connection.execute(
            "UPDATE states SET borders_russia = ?, borders_belarus = ?, source_url = ?, dossier_entry_id = ?"
            " WHERE key = ?",
            [*told, provenance.source_url, provenance.dossier_entry_id, facts.key],
        )

    def store_treaty(self, treaty: Treaty, provenance: Provenance) -> None:
        """Store a treaty with its rules."""
        renamed = {"adopted": "adopted_on", "opened": "opened_on", "in_force": "in_force_on"}
        row = {renamed.get(name, name): value_of(value) for name, value in structs.asdict(treaty).items()}
        self._rows.put("treaties", row, provenance)

    def store_action(self, action: TreatyAction, provenance: Provenance) -> None:
        """Store an action as one source tells it."""
        self._rows.put("told_actions", _action_row(action, None), provenance)

    def store_page(self, page: TreatyPage, provenance: Provenance) -> None:
        """Store all that a page says of a treaty, and mark what it said once and says no more."""
        participants = [_participant_row(page, participant) for participant in page.participants]
        actions = [_action_row(action, page.place) for action in page.actions]
        self._store_whole("treaty_participants", participants, page, provenance)
        self._store_whole("told_actions", actions, page, provenance)
        if page.parties is not None or page.signatories is not None:
            self._rows.put("treaty_counts", _count_row(page, provenance.seen_at[:10]), provenance)

    def _store_whole(self, table: str, rows: list[Row], page: TreatyPage, provenance: Provenance) -> None:
        for row in rows:
            self._rows.put(table, row, provenance)
        parent = {"treaty": page.treaty, "place": page.place}
        self._rows.withdraw(table, parent, {str(row["key"]) for row in rows}, provenance)


def _action_row(action: TreatyAction, place: str | None) -> Row:
    renamed = {"effect": "effect_date", "bill": "bill_key"}
    columns: dict[str, Value] = {
        renamed.get(name, name): value_of(value) for name, value in structs.asdict(action).items()
    }
    return {**columns, "place": place}


def _participant_row(page: TreatyPage, participant: Participant) -> Row:
    dates = ("signature", "provisional", "effect", "renunciation", "termination")
    columns = {
        f"{name}_date" if name in dates else name: value_of(value)
        for name, value in structs.asdict(participant).items()
    }
    key = f"{page.treaty}-{participant.state}-in-{page.place}"
    return {"key": key, "treaty": page.treaty, "place": page.place, **columns}


def _count_row(page: TreatyPage, day: str) -> Row:
    return {
        "key": f"{page.treaty}-{page.place}-{day}",
        "treaty": page.treaty,
        "place": page.place,
        "read_on": day,
        "parties": page.parties,
        "signatories": page.signatories,
    }
