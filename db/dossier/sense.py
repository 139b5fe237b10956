"""What the entries of the dossier must say together: known bills, votes and people, and dates that can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from db.records import (
    Bill,
    BillStage,
    Event,
    Office,
    PersonId,
    Record,
    Stage,
    StageKind,
    Statement,
    TallyReport,
    Vote,
)

AFTER: dict[StageKind, tuple[StageKind, ...]] = {
    "final vote": ("submission", "first reading"),
    "signature": ("first reading", "third reading", "final vote", "second chamber"),
    "promulgation": ("final vote", "third reading", "signature"),
    "entry into force": ("final vote", "third reading", "signature", "promulgation"),
    "denunciation": ("final vote", "third reading", "signature", "promulgation"),
    "deposit": ("final vote", "third reading", "signature", "promulgation", "denunciation"),
    "effect": ("deposit",),
}
"""Steps of a bill that cannot come before others, whatever the parliament."""

KNOWN_LENGTH = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO date is known."""


class Said(NamedTuple):
    """What an entry says, and where it stands."""

    file: str
    entry: str
    record: Record


Problem = tuple[Said, str, str]
"""An entry, the field in question, and what is wrong with it."""


def nonsense(said: Sequence[Said]) -> Iterator[Problem]:
    """What cannot be true, or leads nowhere, when all entries are read together."""
    yield from _unknown_keys(said)
    yield from _unknown_people(said)
    yield from _impossible_dates(said)


def _unknown_keys(said: Sequence[Said]) -> Iterator[Problem]:
    bills = {one.record.key for one in said if isinstance(one.record, Bill)}
    votes = {one.record.key for one in said if isinstance(one.record, Vote)}
    for one in said:
        for field, key, known in _references(one.record, bills, votes):
            if key is not None and key not in known:
                yield one, field, f"no entry describes {key!r}"


def _references(
    record: Record, bills: set[str], votes: set[str]
) -> Iterator[tuple[str, str | None, set[str]]]:
    match record:
        case BillStage():
            yield "stage.bill", record.bill, bills
            yield "stage.stage.vote", record.stage.vote, votes
        case Vote():
            yield "vote.bill", record.bill, bills
        case TallyReport():
            yield "tally_report.vote", record.vote, votes
        case Event():
            yield "event.bill", record.bill, bills


def _unknown_people(said: Sequence[Said]) -> Iterator[Problem]:
    """Signatories must be people whose office an entry tells, under the same name."""
    offices = [one.record.person for one in said if isinstance(one.record, Office)]
    names = {(person.scheme, person.identifier): _name(person) for person in offices}
    for one in said:
        for person in _signatories(one.record):
            known = names.get((person.scheme, person.identifier))
            if known is None:
                yield one, "statement.signatories", f"unknown person: no office of {_name(person)} is known"
            elif known != _name(person):
                yield one, "statement.signatories", f"unknown person: {_name(person)} elsewhere is {known}"


def _signatories(record: Record) -> Iterator[PersonId]:
    if isinstance(record, Statement):
        yield from (one.person for one in record.signatories if one.person is not None)


def _name(person: PersonId) -> str:
    return f"{person.given_name} {person.family_name}"


def _impossible_dates(said: Sequence[Said]) -> Iterator[Problem]:
    steps: dict[str, list[tuple[Said, Stage]]] = {}
    for one in said:
        if isinstance(one.record, BillStage):
            steps.setdefault(one.record.bill, []).append((one, one.record.stage))
    for of_bill in steps.values():
        for (one, stage), (other, earlier) in permutations(of_bill, 2):
            if earlier.kind in AFTER.get(stage.kind, ()) and _is_before(stage, earlier):
                problem = f"{stage.kind} of {stage.date}, before the {earlier.kind} of {earlier.date}"
                yield one, "stage.stage.date", f"{problem} ({other.entry})"


def _is_before(stage: Stage, earlier: Stage) -> bool:
    """As exactly as both days are known."""
    if stage.date is None or earlier.date is None:
        return False
    known = min(KNOWN_LENGTH[stage.date_precision], KNOWN_LENGTH[earlier.date_precision])
    return stage.date.isoformat()[:known] < earlier.date.isoformat()[:known]
