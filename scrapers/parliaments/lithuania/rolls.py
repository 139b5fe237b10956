"""The ballots of one vote, and the events of one question that lead to them.

An answer with ballots says neither what was voted on nor what came of it: both stand in the course of the
sitting.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Ballot, BallotsStatus, Expectation, Method, Option, Roll, Tally
from scrapers.pages import Answer, expect
from scrapers.parliaments.lithuania.ballots import NO_BALLOT, check_ballots, faction_label, no_ballot
from scrapers.parliaments.lithuania.keys import CHAMBER, asked, key_of
from scrapers.parliaments.lithuania.words import method_named
from scrapers.parliaments.lithuania.xml import Node, Shape, expect_shape, read_node

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


def parse_roll(answer: Answer) -> Iterator[Roll | Expectation]:
    """The ballots of a vote, and how many there should be.

    There are no ballots unless somebody cast one: a list of blanks is no list of the absent.

    Raises:
        PageError: The answer is not in its form, of another vote, or its ballots do not add up.
    """
    root = read_node(answer, "SeimoInformacija")
    expect_shape(root, ROLL)
    vote = root.only("SeimoNariųBalsavimas")
    expect(answer, "balsavimo_id", vote.text("balsavimo_id"), asked(answer, "balsavimo_id"))
    key, figures = key_of(vote.text("balsavimo_id")), _figures(root)
    ballots = tuple(_ballot(row) for row in root.all("IndividualusBalsavimoRezultatas"))
    declared = Tally(yes=figures["už"], no=figures["prieš"], abstain=figures["susilaikė"])
    check_ballots(answer, ballots, declared, figures["balsavo"])
    method, status = _kind_of_vote(root)
    is_published = any(ballot.label != NO_BALLOT for ballot in ballots)
    yield Roll(
        key=key,
        chamber=CHAMBER,
        scheme=CHAMBER,
        method=method,
        ballots_status="published" if is_published else status,
        # Where nobody voted by machine, the source writes three noughts.
        declared=declared if figures["balsavo"] else Tally(),
        ballots=ballots if is_published else (),
    )
    if is_published:
        yield Expectation(subject=key, what="ballots", expected=figures["viso"] or len(ballots))


def parse_events(answer: Answer) -> Iterator[Roll]:
    """That the secret votes on a question, and those by consensus, have no ballots.

    Raises:
        PageError: As `kinds_of_votes`.
    """
    for vote, (method, status) in kinds_of_votes(answer).items():
        if method != "electronic":
            yield _roll_of(vote, method, status)


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
    root = read_node(answer, "SeimoInformacija")
    expect_shape(root, EVENTS)
    votes = [event for event in root.all("SvarstymoEigosĮvykis") if event.value("įvykio_tipas") == VOTING]
    return {
        vote.text("balsavimo_id"): method_named(answer, "balsavimo_tipas", vote.text("balsavimo_tipas"))
        for vote in votes
    }


def _roll_of(vote: str, method: Method, status: BallotsStatus) -> Roll:
    return Roll(key=key_of(vote), chamber=CHAMBER, scheme=CHAMBER, method=method, ballots_status=status)


def _kind_of_vote(root: Node) -> tuple[Method, BallotsStatus]:
    """How it was taken, and why there are no ballots if there are none; recent answers leave it out."""
    for heading in root.all("BalsavimoRezultataiAntraštė"):
        if word := heading.element.get("balsavimo_tipas"):
            method, status = method_named(root.answer, "balsavimo_tipas", word)
            return method, "not_published" if status == "not_collected" else status
    return "electronic", "not_published"


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
