"""The questions of a sitting, the votes taken on them, and what both say of bills.

A question may hold several bills, or one bill at several stages; and one vote may settle several questions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from db.records import Bill, Stage, StageKind
from scrapers.pages import Answer
from scrapers.parliaments.lithuania.keys import CHAMBER, Number, number_in, without_number
from scrapers.parliaments.lithuania.tracked import is_tracked
from scrapers.parliaments.lithuania.words import is_final, meaning_of_yes, stage_kind


@dataclass(frozen=True, kw_only=True)
class Item:
    """A bill, or another matter, as a question of the agenda."""

    question: str
    """The source's identifier of the question."""
    title: str
    stage: str
    """The source's word; empty where it has none."""
    registered: Number | None = None
    """The number of the bill by the source's register, which does not tell revisions apart."""

    @cached_property
    def number(self) -> Number | None:
        """The number that the title ends with, else the registered one: the title may be cut off."""
        return number_in(self.title) or self.registered


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A vote with the words that go with it."""

    vote: str
    """Its key."""
    question: str
    """What was put to the vote."""
    outcome: str
    """What came of it, in the source's words."""


def numbers_in(items: Iterable[Item]) -> list[Number]:
    """The bills of some questions, each once, by the last of its numbers."""
    return list({number.base: number for item in items if (number := item.number)}.values())


def only_bill(items: Iterable[Item]) -> Number | None:
    """The bill of some questions, where it is one."""
    found = numbers_in(items)
    return found[0] if len(found) == 1 else None


def title_of(items: Iterable[Item]) -> str:
    """The titles of some questions, each once."""
    return "; ".join(dict.fromkeys(item.title for item in items))


def bills(
    answer: Answer, dealt_with: Iterable[tuple[Item, list[Decision]]], sitting: str, day: dt.date
) -> Iterator[Bill]:
    """The bills of a sitting or of one question, each with its stages there.

    Raises:
        PageError: A stage is unknown.
    """
    found: dict[str, list[tuple[Item, Number, Stage]]] = {}
    for item, decisions in dealt_with:
        stage = _stage(answer, item, decisions, sitting, day)
        if number := item.number:
            found.setdefault(number.base, []).append((item, number, stage))
    for steps in found.values():
        yield _bill(steps)


def _bill(steps: list[tuple[Item, Number, Stage]]) -> Bill:
    item, number, _ = steps[-1]
    title = without_number(item.title)
    return Bill(
        key=number.key,
        chamber=CHAMBER,
        term=number.term,
        number=number.base,
        title=title,
        is_tracked=is_tracked(number.base, title),
        documents=tuple(dict.fromkeys(paper for _, found, _ in steps for paper in found.papers)),
        stages=tuple(stage for *_, stage in steps),
    )


def _stage(answer: Answer, item: Item, decisions: list[Decision], sitting: str, day: dt.date) -> Stage:
    kind = stage_kind(answer, item.stage)
    settled = _settled_by(item, decisions)
    return Stage(
        kind=_with_vote(kind, item, settled),
        label=item.stage or item.title,
        date=day,
        identifier=f"{item.question}-{item.stage}",
        decision=settled.outcome or None if settled else None,
        sitting=sitting,
        vote=settled.vote if settled else None,
        document=item.number.printed if item.number else None,
    )


def _settled_by(item: Item, decisions: list[Decision]) -> Decision | None:
    """The last vote in which a yes was for the bill at this stage."""
    found = None
    for decision in decisions:
        final = is_final(decision.question, [item.stage])
        if meaning_of_yes(decision.question, final=final) == "for the bill" and _is_of(item, decision, final):
            found = decision
    return found


def _is_of(item: Item, decision: Decision, final: bool) -> bool:
    """Whether a vote for the bill belongs to this stage, where one question holds several stages."""
    return final or f"po {item.stage.lower().removesuffix('as')}o" in decision.question.lower()


def _with_vote(kind: StageKind, item: Item, settled: Decision | None) -> StageKind:
    return "final vote" if settled and is_final(settled.question, [item.stage]) else kind
