"""What entries of the dossier name: bills and votes that others describe, people whose office is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.records import Bill, BillStage, Event, Office, PersonId, Record, Statement, TallyReport, Vote

Named = tuple[str, str | None]
"""The field that names something, and the key that stands there."""


def unknown(facts: Mapping[str, Record]) -> Iterator[tuple[str, str, str]]:
    """Everything that leads nowhere, as the key of the entry, its field and what is wrong with it."""
    known = {fact.key for fact in facts.values() if isinstance(fact, Bill | Vote)}
    people = [fact.person for fact in facts.values() if isinstance(fact, Office)]
    names = {(person.scheme, person.identifier): _name(person) for person in people}
    for key, fact in facts.items():
        for field, named in _references(fact):
            if named is not None and named not in known:
                yield key, field, f"no entry describes {named!r}"
        for person in _signatories(fact):
            if names.get((person.scheme, person.identifier)) != _name(person):
                yield (
                    key,
                    "statement.signatories",
                    f"unknown person: no entry has an office of {_name(person)}",
                )


def _references(fact: Record) -> Iterator[Named]:
    match fact:
        case BillStage():
            yield "stage.bill", fact.bill
            yield "stage.stage.vote", fact.stage.vote
        case Vote():
            yield "vote.bill", fact.bill
        case TallyReport():
            yield "tally_report.vote", fact.vote
        case Event():
            yield "event.bill", fact.bill


def _signatories(fact: Record) -> Iterator[PersonId]:
    if isinstance(fact, Statement):
        yield from (one.person for one in fact.signatories if one.person is not None)


def _name(person: PersonId) -> str:
    return f"{person.given_name} {person.family_name}"
