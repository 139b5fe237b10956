"""The course of a sitting: its questions, and the votes with their words; the ballots are elsewhere.

Names are those of the older service: plain letters, and text in elements where the others have attributes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from db.records import Bill, Expectation, Tally, Vote
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.lithuania.keys import CHAMBER, Number, asked, key_of, term_on, without_number
from scrapers.parliaments.lithuania.questions import Decision, Item, bills, numbers_in, only_bill, title_of
from scrapers.parliaments.lithuania.words import is_final, meaning_of_yes, method_of, outcome_of
from scrapers.parliaments.lithuania.xml import Node, Shape, expect_shape, read_node

COURSE: Shape = {
    "posedis": frozenset({"pos_id"}),
    "darbotvarkes-klausimas": frozenset({"svarst_kl_stad_id"}),
    "balsavimas": frozenset({"bals_id"}),
}
PARTS = {
    "darbotvarkes-klausimas": ("pavadinimas",),
    "balsavimas": ("aprasas", "antraste", "nuo"),
}
"""The elements within elements that must be there, though they may be empty."""

GROUP = "Klausimų grupė"
"""The title of a question that only holds others together."""

_REGISTERED = re.compile(r"(?P<base>[A-Z]+-\d+)(?:\(\d+\))?")
_TALLY = re.compile(r"už\D{0,3}(\d+)\D+prieš\D{0,3}(\d+)\D+susilaikė\D{0,3}(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """A question of the agenda. Its item is asked for again and again, but read once."""

    element: Node

    @cached_property
    def item(self) -> Item:
        """The bill or other matter.

        Raises:
            PageError: It has no identifier, or the registered number is none of a bill.
        """
        return Item(
            question=self.element.text("svarst_kl_stad_id"),
            title=self.element.inner("pavadinimas"),
            stage=self.element.inner("stadija"),
            registered=_registered(self.element),
        )

    @property
    def group(self) -> str | None:
        """The identifier of the package that it belongs to."""
        return self.element.element.get("kl_gr_id")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A vote with all the questions that it settled."""

    identifier: str
    element: Node
    items: tuple[Item, ...]

    @cached_property
    def decision(self) -> Decision:
        """The vote with its words."""
        return Decision(
            vote=key_of(self.identifier),
            question=self.element.inner("aprasas"),
            outcome=self.element.inner("antraste"),
        )

    @property
    def is_open(self) -> bool:
        """Whether it was taken by the voting machine, so that there may be ballots."""
        words = f"{self.decision.question} {self.decision.outcome}"
        return method_of(words)[0] == "electronic"


def parse_course(answer: Answer) -> Iterator[Bill | Vote | Expectation]:
    """The bills with their stages, the votes without their ballots, and how many votes there were.

    A sitting whose course has not been entered yet gives nothing.

    Raises:
        PageError: Something is missing or unknown, or the answer is about another sitting.
    """
    sitting = _sitting(answer)
    questions = _questions(sitting)
    taken = _votes_in(questions)
    if not questions:
        return
    day, key = _day(sitting), key_of(sitting.text("pos_id"))
    yield from bills(answer, _dealt_with(questions, taken), key, day)
    yield from (_vote(answer, vote, key, day) for vote in taken)
    yield Expectation(subject=key, what="votes", expected=len(taken))


def read_course(answer: Answer) -> tuple[list[Item], list[Taken]]:
    """The questions of a sitting, and its votes, each once, with the questions that it settled.

    Raises:
        PageError: The answer is not in its form, or about another sitting.
    """
    questions = _questions(_sitting(answer))
    return [question.item for question in questions], _votes_in(questions)


def _questions(sitting: Node) -> list[Question]:
    return [Question(found) for found in sitting.all("darbotvarkes-klausimas")]


def _dealt_with(questions: list[Question], taken: list[Taken]) -> list[tuple[Item, list[Decision]]]:
    """What was dealt with, in the order of the agenda, and what was decided on each."""
    decided: dict[Item, list[Decision]] = {}
    for vote in taken:
        for item in vote.items:
            decided.setdefault(item, []).append(vote.decision)
    return [(question.item, decided.get(question.item, [])) for question in questions]


def _votes_in(questions: list[Question]) -> list[Taken]:
    """The votes of a sitting, each once: one on a package stands under the package and under its parts.

    Raises:
        PageError: The same vote is told in two ways.
    """
    found: dict[str, list[tuple[Question, Node]]] = {}
    for question in questions:
        for vote in question.element.all("balsavimas"):
            found.setdefault(vote.text("bals_id"), []).append((question, vote))
    return [_taken(identifier, places, questions) for identifier, places in found.items()]


def _taken(identifier: str, places: list[tuple[Question, Node]], questions: list[Question]) -> Taken:
    (_, first), *others = places
    for _, other in others:
        for name in PARTS["balsavimas"]:
            expect(first.answer, f"balsavimas {identifier}, {name}", other.inner(name), first.inner(name))
    settled = (question.item for place, _ in places for question in _parts(place, questions))
    return Taken(identifier=identifier, element=first, items=tuple(dict.fromkeys(settled)))


def _parts(question: Question, questions: list[Question]) -> list[Question]:
    """The questions that a package holds together; of any other question itself."""
    if question.item.title != GROUP or question.group is None:
        return [question]
    parts = [part for part in questions if part.group == question.group and part.item.title != GROUP]
    return parts or [question]


def _sitting(answer: Answer) -> Node:
    root = read_node(answer, "posedziai")
    expect_shape(root, COURSE)
    for name, parts in PARTS.items():
        for node in root.all(name):
            for part in parts:
                if not node.has(part):
                    raise node.error(part, "missing")
    sitting = root.only("posedis")
    expect(answer, "pos_id", sitting.text("pos_id"), asked(answer, "posedzio_id"))
    if not sitting.has("posedzio-eiga"):
        raise sitting.error("posedzio-eiga", "missing")
    return sitting


def _day(sitting: Node) -> dt.date:
    return sitting.day_of("data", (sitting.inner("data") or sitting.inner("pradzia"))[:10])


def _registered(question: Node) -> Number | None:
    printed = (question.element.get("registracijos_nr") or "").strip()
    if not printed:
        return None
    found = _REGISTERED.fullmatch(printed)
    if found is None:
        raise question.error("@registracijos_nr", f"{printed!r} is not the number of a bill")
    return Number(base=found["base"], printed=printed)


def _vote(answer: Answer, taken: Taken, sitting: str, day: dt.date) -> Vote:
    said, bill = taken.decision, only_bill(taken.items)
    method, status = method_of(f"{said.question} {said.outcome}")
    title = title_of(taken.items)
    if not title:
        raise PageError(answer, f"balsavimas {taken.identifier}", "its question has no title")
    final = is_final(said.question, [item.stage for item in taken.items])
    return Vote(
        key=said.vote,
        chamber=CHAMBER,
        term=term_on(answer, day),
        sitting=sitting,
        number=None,
        date=day,
        time=taken.element.moment_of("nuo", taken.element.inner("nuo")),
        bill=bill.key if bill else None,
        bill_number=bill.base if bill else None,
        bill_title=_bill_title(taken.items) if bill else None,
        documents=tuple(number.printed for number in numbers_in(taken.items)),
        title=title,
        question=said.question or None,
        method=method,
        ballots_status=status,
        is_final=final,
        meaning_of_yes=meaning_of_yes(said.question, final=final),
        declared=_tally(said.outcome),
        outcome=outcome_of(said.outcome),
        outcome_label=said.outcome or None,
        scheme=CHAMBER,
    )


def _bill_title(items: tuple[Item, ...]) -> str | None:
    return next((without_number(item.title) for item in items if item.number), None)


def _tally(words: str) -> Tally:
    """The figures in a line of result, where it has them all."""
    found = _TALLY.search(words)
    return Tally(yes=int(found[1]), no=int(found[2]), abstain=int(found[3])) if found else Tally()
