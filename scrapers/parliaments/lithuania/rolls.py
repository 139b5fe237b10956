"""The ballots of one vote, and the events of one question that lead to them.

An answer with ballots says neither what was voted on nor what came of it: both stand in the course of the
sitting. So these pages store how many ballots there are and what they add up to, and no vote of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.records import Ballot, BallotsStatus, Expectation, Method, Option, Tally, TallyReport
from scrapers.pages import Answer
from scrapers.parliaments.lithuania.ballots import NO_BALLOT, check_ballots, faction_label, no_ballot
from scrapers.parliaments.lithuania.keys import asked, expect, key_of
from scrapers.parliaments.lithuania.words import method_named
from scrapers.parliaments.lithuania.xml import Node, Shape, expect_shape, read_xml

ROLL: Shape = {
    "SeimoNariųBalsavimas": frozenset({"balsavimo_id"}),
    "BendriBalsavimoRezultatai": frozenset(
        {"balsavimo_laikas", "balsavo", "viso", "už", "prieš", "susilaikė"}
    ),
    "IndividualusBalsavimoRezultatas": frozenset(
        {"asmens_id", "vardas", "pavardė", "frakcija", "kaip_balsavo"}
    ),
}
EVENTS: Shape = {"SvarstymoEigosĮvykis": frozenset({"laikas_nuo", "įvykio_tipas"})}

TOTALS = "BendriBalsavimoRezultatai"
FIGURES = ("balsavo", "viso", "už", "prieš", "susilaikė")
"""The element with the totals of a vote, and the figures in it."""

OPTIONS: dict[str, Option] = {"Už": "yes", "Prieš": "no", "Susilaikė": "abstain"}
"""What the words of ballots come to; no word is no ballot."""

VOTING = "Balsavimas"
"""The type of event that is a vote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """The ballots of a vote with its figures."""

    vote: str
    status: BallotsStatus
    seated: int | None
    """How many held a seat at that moment: 137 to 141."""
    declared: Tally
    """Unknown where nobody voted by machine: there the source writes three noughts."""
    ballots: tuple[Ballot, ...]
    """None of them unless somebody cast one: a list of blanks is no list of the absent."""


def parse_roll(answer: Answer) -> Iterator[Expectation | TallyReport]:
    """How many ballots the vote has, and their figures; nothing of a vote without ballots.

    Raises:
        PageError: The answer is not in its form, of another vote, or its ballots do not add up.
    """
    roll = read_roll(answer)
    if roll.status == "published":
        yield Expectation(subject=roll.vote, what="ballots", expected=roll.seated or len(roll.ballots))
        yield TallyReport(vote=roll.vote, place="roll", tally=roll.declared)


def read_roll(answer: Answer) -> Roll:
    """The ballots of a vote.

    Raises:
        PageError: The answer is not in its form, of another vote, or its ballots do not add up.
    """
    root = read_xml(answer, "SeimoInformacija")
    expect_shape(root, ROLL)
    vote = root.only("SeimoNariųBalsavimas")
    expect(answer, "balsavimo_id", vote.text("balsavimo_id"), asked(answer, "balsavimo_id"))
    ballots = tuple(_ballot(row) for row in root.all("IndividualusBalsavimoRezultatas"))
    figures = _figures(root)
    declared = Tally(yes=figures["už"], no=figures["prieš"], abstain=figures["susilaikė"])
    check_ballots(answer, ballots, declared, figures["balsavo"])
    is_published = any(ballot.label != NO_BALLOT for ballot in ballots)
    return Roll(
        vote=key_of(vote.text("balsavimo_id")),
        status="published" if is_published else _status_without_ballots(root),
        seated=figures["viso"],
        declared=declared if figures["balsavo"] else Tally(),
        ballots=ballots if is_published else (),
    )


def parse_events(answer: Answer) -> Iterator[Expectation]:
    """Nothing to store, but the events must be whole.

    Raises:
        PageError: They are not, or a type of vote is unknown.
    """
    kinds_of_votes(answer)
    return iter(())


def open_votes(answer: Answer) -> list[str]:
    """The identifiers of the votes on a question that may have ballots: not those by consensus or secret.

    Raises:
        PageError: As `kinds_of_votes`.
    """
    return [vote for vote, (method, _) in kinds_of_votes(answer).items() if method == "electronic"]


def kinds_of_votes(answer: Answer) -> dict[str, tuple[Method, BallotsStatus]]:
    """How the votes on a question were taken, and what that means for their ballots, by identifier.

    Raises:
        PageError: The answer is not in its form, or a type of vote is unknown.
    """
    root = read_xml(answer, "SeimoInformacija")
    expect_shape(root, EVENTS)
    votes = [event for event in root.all("SvarstymoEigosĮvykis") if event.value("įvykio_tipas") == VOTING]
    return {
        vote.text("balsavimo_id"): method_named(answer, "balsavimo_tipas", vote.text("balsavimo_tipas"))
        for vote in votes
    }


def _status_without_ballots(root: Node) -> BallotsStatus:
    """Why there are none, by the type of the vote; recent answers leave it out."""
    for heading in root.all("BalsavimoRezultataiAntraštė"):
        word = heading.element.get("balsavimo_tipas") or ""
        status = method_named(root.answer, "balsavimo_tipas", word)[1] if word else "not_published"
        return "not_published" if status == "not_collected" else status
    return "not_published"


def _ballot(row: Node) -> Ballot:
    label = row.value("kaip_balsavo")
    who = row.text("asmens_id"), row.text("pavardė"), row.text("vardas"), faction_label(row.value("frakcija"))
    if label == NO_BALLOT:
        return no_ballot(*who)
    if label not in OPTIONS:
        raise row.error("@kaip_balsavo", f"unknown label {label!r}")
    identifier, family, given, faction = who
    return Ballot(
        identifier=identifier,
        family_name=family,
        given_name=given,
        faction=faction,
        option=OPTIONS[label],
        label=label,
    )


def _figures(root: Node) -> dict[str, int | None]:
    """The totals of a vote, by their names; some votes have none at all."""
    if not root.all(TOTALS):
        return dict.fromkeys(FIGURES)
    totals = root.only(TOTALS)
    return {name: totals.whole(name) if totals.value(name) else None for name in FIGURES}
