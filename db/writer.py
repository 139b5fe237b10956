"""From records to rows: the one place that knows which record goes into which table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import structs
from sqlite_utils import Database

from db.ballots import Ballots
from db.debates import Debates
from db.links import link_bill, link_vote
from db.parts import Parts
from db.people import People
from db.records import (
    AnyRecord,
    Bill,
    BillStage,
    Breakdowns,
    Chamber,
    Country,
    Debate,
    DebateOutline,
    Document,
    Event,
    Expectation,
    Faction,
    Office,
    Parser,
    Person,
    Record,
    Registration,
    Roll,
    RollPart,
    Sitting,
    Source,
    SpeechText,
    Stage,
    State,
    StateFacts,
    Statement,
    StateName,
    Tally,
    TallyReport,
    Term,
    Treaty,
    TreatyAction,
    TreatyPage,
    Vote,
    count,
)
from db.registrations import Registrations
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of
from db.seconds import Seconds
from db.slugs import slugify
from db.statements import Statements
from db.treaties import Treaties
from db.twins import official_key

Reference = Country | Chamber | Term | State | StateName | Source | Parser

REFERENCE_TABLES: dict[type[Reference], str] = {
    Country: "countries",
    Chamber: "chambers",
    Term: "terms",
    State: "states",
    StateName: "state_names",
    Source: "sources",
    Parser: "parsers",
}
"""The tables of what the descriptors say, by the kind of record."""

RENAMED = {"start": "start_date", "end": "end_date"}
"""Fields of a reference record whose column says more plainly what it holds."""


class Writer:
    """Stores records. The caller opens the transaction, and says what the records come from."""

    def __init__(self, db: Database) -> None:
        """Write to this database."""
        self._db = db
        self._rows = Rows(db)
        self._people = People(db, self._rows)
        self._ballots = Ballots(db, self._rows, self._people)
        self._parts = Parts(db, self._rows, self._ballots)
        self._debates = Debates(db, self._rows, self._people)
        self._statements = Statements(db, self._rows, self._people)
        self._seconds = Seconds(db, self._rows)
        treaties = Treaties(db, self._rows)
        self._store: dict[type, Callable[[Any, Provenance], None]] = {
            Person: self._people.store,
            Faction: self._people.store_faction,
            Sitting: self._sitting,
            Bill: self._bill,
            BillStage: self._bill_stage,
            Document: self._document,
            Vote: self._vote,
            Roll: self._roll,
            RollPart: self._parts.store_ballots,
            Breakdowns: self._parts.store_breakdowns,
            Registration: Registrations(db, self._rows).store,
            TallyReport: self._tally_report,
            Debate: self._debates.store,
            DebateOutline: self._debates.store_outline,
            SpeechText: self._debates.store_text,
            Statement: self._statements.store,
            Office: self._statements.store_office,
            StateFacts: treaties.store_state,
            Treaty: treaties.store_treaty,
            TreatyAction: treaties.store_action,
            TreatyPage: treaties.store_page,
            Event: self._event,
            Expectation: self._expectation,
        }

    def register(self, records: Iterable[Reference]) -> None:
        """Store what the descriptors say, in an order in which nothing is named before it is there."""
        for record in records:
            row = {RENAMED.get(name, name): value for name, value in _columns(record).items()}
            sets = ", ".join(f"{name} = excluded.{name}" for name in row)
            differs = " OR ".join(f"{name} IS NOT excluded.{name}" for name in row)
            table, marks = REFERENCE_TABLES[type(record)], ", ".join("?" * len(row))
            self._db.conn.execute(
                f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608  own names
                f" ON CONFLICT (key) DO UPDATE SET {sets} WHERE {differs}",
                list(row.values()),
            )

    def store(self, records: Iterable[AnyRecord], provenance: Provenance) -> None:
        """Store the records of one response, or of one entry of the dossier.

        Raises:
            ContradictionError: A record contradicts itself.
            sqlite3.IntegrityError: A record contradicts what it refers to.
        """
        for record in records:
            self._store[type(record)](record, provenance)

    def forget(self) -> None:
        """Forget ids remembered for speed, after a transaction was rolled back."""
        self._people.forget()
        self._ballots.forget()

    def _sitting(self, sitting: Sitting, provenance: Provenance) -> None:
        days = sorted(day.isoformat() for day in sitting.dates)
        row: dict[str, Value] = {
            "key": sitting.key,
            "chamber": sitting.chamber,
            "term": sitting.term,
            "number": sitting.number,
            "title": sitting.title,
            "start_date": days[0] if days else None,
            "end_date": days[-1] if days else None,
            "is_current": value_of(sitting.is_current),
            "is_stated": 1,
        }
        if sitting.transcript_url is not None:
            row["transcript_url"] = sitting.transcript_url
        stored = self._rows.put("sittings", row, provenance)
        if stored.is_accepted:
            self._sitting_days(stored.id, sitting.key, days, provenance)

    def _sitting_days(self, sitting_id: int, key: str, days: list[str], provenance: Provenance) -> None:
        found = self._db.conn.execute(
            "SELECT date FROM sitting_days WHERE sitting_id = ? ORDER BY date", [sitting_id]
        )
        stored = [day for (day,) in found]
        if stored == days:
            return
        if stored:
            change = ", ".join(stored), ", ".join(days)
            self._rows.revise("sittings", key, "dates", change, provenance)
        self._db.conn.execute("DELETE FROM sitting_days WHERE sitting_id = ?", [sitting_id])
        self._db.conn.executemany(
            "INSERT INTO sitting_days (sitting_id, date) VALUES (?, ?)", [(sitting_id, day) for day in days]
        )

    def _bill(self, bill: Bill, provenance: Provenance) -> None:
        row: Row = {
            **_columns(bill, but=("submitted", "closed", "treaty", "documents", "stages")),
            "submitted_on": value_of(bill.submitted),
            "closed_on": value_of(bill.closed),
            "is_stated": 1,
        }
        if bill.treaty is not None:
            self._is_about(bill.key, bill.treaty, provenance)
        if not self._rows.put("bills", row, provenance).is_accepted:
            return
        self._belongs(bill.key, bill.documents)
        self._stages(bill, provenance)
        link_bill(self._db, bill.key)

    def _stages(self, bill: Bill, provenance: Provenance) -> None:
        keys: set[str] = set()
        for position, stage in enumerate(bill.stages, 1):
            key = _free(_stage_key(bill.key, stage), keys)
            keys.add(key)
            self._rows.put("stages", {"key": key, **_stage_row(bill.key, position, stage)}, provenance)
        self._rows.withdraw("stages", {"bill_key": bill.key}, keys, provenance)

    def _bill_stage(self, step: BillStage, provenance: Provenance) -> None:
        if step.chamber is not None:
            self._mention_bill(step, provenance)
        key = _stage_key(step.bill, step.stage)
        row = _stage_row(step.bill, step.position, step.stage)
        self._rows.put("stages", {"key": key, **row, "vote_key": self._standing(step.stage.vote)}, provenance)

    def _standing(self, vote_key: str | None) -> str | None:
        """The vote that took the place of a curated one, else the vote itself."""
        return vote_key and (official_key(self._db, vote_key) or vote_key)

    def _document(self, document: Document, provenance: Provenance) -> None:
        self._rows.put("documents", _columns(document, but=("bills",)), provenance)
        for bill in document.bills:
            self._belongs(bill, [document.number])
            link_bill(self._db, bill)

    def _belongs(self, bill_key: str, documents: Iterable[str]) -> None:
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO bill_documents (bill_key, document) VALUES (?, ?)",
            [(bill_key, document) for document in documents],
        )

    def _is_about(self, bill_key: str, treaty: str, provenance: Provenance) -> None:
        row: Row = {"key": bill_key, "treaty": treaty}
        self._rows.put("bill_treaties", row, provenance)

    def _event(self, event: Event, provenance: Provenance) -> None:
        row = _columns(event, but=("bill",))
        self._rows.put("events", {**row, "bill_key": event.bill}, provenance)

    def _vote(self, vote: Vote, provenance: Provenance) -> None:
        self._mention_sitting(vote, provenance)
        self._mention_bill(vote, provenance)
        known = self._rows.find("votes", vote.key)
        if vote.is_second:
            self._tally_report(self._seconds.tally(vote, provenance), provenance)
        if vote.is_second and self._seconds.stands_beside(known, provenance):
            self._seconds.report(vote, provenance)
        else:
            self._tell(vote, known, provenance)

    def _tell(self, vote: Vote, known: Row | None, provenance: Provenance) -> None:
        keeps_roll = vote.ballots_status == "not_collected" and _has_roll(known)
        row = _described(vote, known) if keeps_roll else {**_description(vote), **_roll_row(vote)}
        # Of what a second address told while it stood in, nothing was changed: it is set aside as it was.
        gives_way = known if not vote.is_second and self._seconds.stands_in(known) else None
        stored = self._rows.put("votes", row, provenance, unknown=tuple((gives_way or {}).values()))
        if not stored.is_accepted:
            return
        if gives_way is not None:
            self._seconds.set_aside(gives_way, provenance.seen_at)
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO vote_documents (vote_id, document) VALUES (?, ?)",
            [(stored.id, document) for document in vote.documents],
        )
        self._parts.name(stored.id, vote)
        self._parts.break_down(vote.key, vote.breakdowns, provenance)
        if keeps_roll:
            self._parts.describe_again(stored.id, vote, provenance)
        else:
            is_new = stored.is_new or gives_way is not None
            self._ballots.store(stored.id, vote, provenance, is_new=is_new)
        link_vote(self._db, stored.id, stated=vote.bill)

    def _roll(self, roll: Roll, provenance: Provenance) -> None:
        known = self._rows.find("votes", roll.key)
        if known is None:
            raise ContradictionError(f"{roll.key}: ballots of a vote that no answer has described")
        is_new = not _has_roll(known)
        row = _roll_row(roll) | (ANNULLED if roll.is_annulled else {})
        if self._ballots.are_refined(roll.key):
            # Their count follows from registrations, afterwards.
            del row["counted_present_not_voting"], row["counted_absent"]
        stored = self._rows.put("votes", row, provenance, unknown=(None, "not_collected"))
        if stored.is_accepted:
            self._ballots.store(stored.id, roll, provenance, is_new=is_new)

    def _mention_sitting(self, vote: Vote, provenance: Provenance) -> None:
        if vote.sitting is not None:
            row: Row = {"key": vote.sitting, "chamber": vote.chamber, "term": vote.term, "is_stated": 0}
            self._rows.put("sittings", row, provenance)

    def _mention_bill(self, by: Vote | BillStage, provenance: Provenance) -> None:
        if by.bill is not None:
            row: Row = {
                "key": by.bill,
                "chamber": by.chamber,
                "number": by.bill_number or by.bill,
                "title": by.bill_title or by.bill_number or by.bill,
                "is_stated": 0,
            }
            self._rows.put("bills", row, provenance)

    def _tally_report(self, report: TallyReport, provenance: Provenance) -> None:
        row: dict[str, Value] = {
            "key": f"{report.vote}-in-{slugify(report.place)}",
            "vote_key": self._standing(report.vote),
            "place": report.place,
            **_columns(report.tally),
        }
        self._rows.put("tally_reports", row, provenance)

    def _expectation(self, expectation: Expectation, provenance: Provenance) -> None:
        row: Row = {
            "key": f"{expectation.subject}-{expectation.what}",
            "subject_key": expectation.subject,
            "what": expectation.what,
            "expected": expectation.expected,
        }
        self._rows.put("expectations", row, provenance)


ANNULLED: dict[str, Value] = {"is_annulled": 1, "outcome": "annulled"}


def _has_roll(known: Row | None) -> bool:
    return known is not None and known["ballots_status"] != "not_collected"


def _described(vote: Vote, known: Row | None) -> dict[str, Value]:
    """The row of a vote whose roll is known from another answer and is kept."""
    row = _description(vote)
    if vote.identifier is not None:
        # A roll in parts says nothing of the vote: the tally and an annulment are the description's.
        row |= _tally_columns("declared", vote.declared)
    elif known and known["is_annulled"]:
        row |= ANNULLED
    return row


def _roll_row(roll: Vote | Roll) -> dict[str, Value]:
    counted = count(roll.ballots) if roll.ballots_status == "published" else Tally()
    if isinstance(roll, Vote) and not roll.lists_absent:
        counted = structs.replace(counted, absent=None)
    return {
        "key": roll.key,
        "method": roll.method,
        "ballots_status": roll.ballots_status,
        **_tally_columns("declared", roll.declared),
        **_tally_columns("counted", counted),
    }


def _description(vote: Vote) -> dict[str, Value]:
    return {
        "key": vote.key,
        "chamber": vote.chamber,
        "term": vote.term,
        "sitting_key": vote.sitting,
        "number": vote.number,
        "date": vote.date.isoformat(),
        "time": value_of(vote.time),
        "title": vote.title,
        "title_sv": vote.title_sv,
        "title_en": vote.title_en,
        "question": vote.question,
        "question_sv": vote.question_sv,
        "is_final": int(vote.is_final),
        "is_annulled": int(vote.is_annulled),
        "meaning_of_yes": vote.meaning_of_yes,
        "majority": vote.majority,
        "threshold": vote.threshold,
        "threshold_base": vote.threshold_base,
        "outcome": vote.outcome,
        "outcome_label": vote.outcome_label,
        "url": vote.url,
    }


def _tally_columns(prefix: str, tally: Tally) -> dict[str, Value]:
    return {f"{prefix}_{name}": value for name, value in _columns(tally).items()}


def _stage_row(bill_key: str, position: int, stage: Stage) -> dict[str, Value]:
    return {
        "bill_key": bill_key,
        "position": position,
        "kind": stage.kind,
        "label": stage.label,
        "date": value_of(stage.date),
        "date_precision": stage.date_precision,
        "actor": stage.actor,
        "decision": stage.decision,
        "sitting_key": stage.sitting,
        "vote_key": stage.vote,
        "document": stage.document,
    }


def _stage_key(bill_key: str, stage: Stage) -> str:
    name = stage.identifier or f"{stage.kind}-{value_of(stage.date) or 'undated'}"
    return f"{bill_key}-{slugify(name)}"


def _free(key: str, taken: set[str]) -> str:
    """The key itself, or the first of `key-2`, `key-3` … that no earlier stage of the bill has."""
    number = 1
    while (name := key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    return name


def _columns(record: Record, but: tuple[str, ...] = ()) -> dict[str, Value]:
    """The fields of a record that are columns of the same name."""
    return {name: value_of(value) for name, value in structs.asdict(record).items() if name not in but}
