"""What cannot be true of the facts of the dossier taken together: impossible dates, unknown states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.records import Bill, BillStage, Record, StateFacts, Treaty, TreatyAction, Vote
from db.states import UnknownStateError, expect_state

Dated = tuple[str, str]
"""A date as far as it is known (`2025`, `2025-07`, `2025-07-04`), and what happened then."""

AFTER: dict[str, tuple[str, ...]] = {
    "signature": ("final vote",),
    "promulgation": ("final vote",),
    "entry into force": ("final vote",),
    "deposit": ("final vote", "signature", "promulgation"),
    "effect": ("final vote", "signature", "promulgation", "deposit"),
}
"""Which steps of a bill cannot come before which others."""

KNOWN = {"year": 4, "month": 7}
"""How much of a date is known, by its precision."""


def problems(facts: Mapping[str, Record]) -> Iterator[tuple[str, str, str]]:
    """Everything that is wrong, as the key of the entry, its field and what is wrong with it."""
    checks = Checks(facts)
    for key, fact in facts.items():
        for field, problem in checks.of(fact):
            yield key, field, problem


class Checks:
    """Compares each fact with all the others."""

    def __init__(self, facts: Mapping[str, Record]) -> None:
        """Remember what happened when to each bill, and which treaties and bills there are."""
        self._treaties = {fact.key: fact for fact in facts.values() if isinstance(fact, Treaty)}
        self._steps: dict[str, dict[str, list[Dated]]] = {
            fact.key: {} for fact in facts.values() if isinstance(fact, Bill)
        }
        for fact in facts.values():
            self._remember(fact)

    def of(self, fact: Record) -> Iterator[tuple[str, str]]:
        """What is wrong with a fact, by field."""
        if isinstance(fact, StateFacts):
            yield from _of_state("state.key", fact.key)
        elif isinstance(fact, BillStage):
            date = _known(fact)
            for problem in self._too_early(fact.bill, fact.stage.kind, date) if date else ():
                yield "stage.stage.date", problem
        elif isinstance(fact, TreatyAction):
            yield from self._of_action(fact)

    def _remember(self, fact: Record) -> None:
        if isinstance(fact, Vote) and fact.is_final and not fact.is_annulled and fact.bill is not None:
            self._step(fact.bill, "final vote", fact.date.isoformat())
        elif isinstance(fact, BillStage) and (date := _known(fact)):
            self._step(fact.bill, fact.stage.kind, date)

    def _step(self, bill: str, kind: str, date: str) -> None:
        self._steps.setdefault(bill, {}).setdefault(kind, []).append((date, kind))

    def _too_early(self, bill: str, kind: str, date: str) -> Iterator[str]:
        for earlier in AFTER.get(kind, ()):
            # A bill can have several final votes, of two chambers or after a veto: the first one counts.
            for when, what in sorted(self._steps.get(bill, {}).get(earlier, ()))[:1]:
                if _is_before(date, when):
                    yield f"{kind} of {date}, before the {what} of {when}"

    def _of_action(self, action: TreatyAction) -> Iterator[tuple[str, str]]:
        yield from _of_state("treaty_action.state", action.state)
        if action.target is not None:
            yield from _of_state("treaty_action.target", action.target)
        if (action.action == "objection") != (action.target is not None):
            yield "treaty_action.target", "an objection has a target, and nothing else has"
        treaty = self._treaties.get(action.treaty)
        if treaty is None:
            yield "treaty_action.treaty", f"no treaty {action.treaty!r} in the dossier"
        elif action.date < treaty.adopted:
            yield "treaty_action.date", f"{action.date}, before the treaty was adopted on {treaty.adopted}"
        yield from self._of_dates(action)

    def _of_dates(self, action: TreatyAction) -> Iterator[tuple[str, str]]:
        # A successor state is bound from the day on which it became one.
        for field, date in (("effect", action.effect), ("notification_date", action.notification_date)):
            if date is not None and date < action.date and action.action != "succession":
                yield f"treaty_action.{field}", f"{date}, before the deposit of {action.date}"
        if action.bill is None:
            return
        if action.bill not in self._steps:
            yield "treaty_action.bill", f"no bill {action.bill!r} in the dossier"
        for problem in self._too_early(action.bill, "deposit", action.date.isoformat()):
            yield "treaty_action.date", problem


def _of_state(field: str, key: str) -> Iterator[tuple[str, str]]:
    try:
        expect_state(key)
    except UnknownStateError as error:
        yield field, str(error)


def _known(step: BillStage) -> str | None:
    date = step.stage.date
    return None if date is None else date.isoformat()[: KNOWN.get(step.stage.date_precision, 10)]


def _is_before(one: str, other: str) -> bool:
    known = min(len(one), len(other))
    return one[:known] < other[:known]
