"""A vote of the plenary with its ballots.

The presiding Speaker does not vote and has no ballot, so a full house makes 199.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from db.records import Ballot, Expectation, Faction, Option, Sitting, Vote
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import (
    CHAMBER,
    SITE,
    identifier_of,
    key_of,
    minutes_url,
    one_of,
    swedish,
    term_of,
)
from scrapers.parliaments.finland.labels import finnish_option
from scrapers.parliaments.finland.questions import is_budget, is_final, meaning_of_yes, outcome_of
from scrapers.parliaments.finland.tallies import UNKNOWN, abbreviation_of, breakdowns, check, tally_of
from scrapers.parliaments.finland.wire import BallotWire, VoteWire

NOT_IN_A_GROUP = "Eduskuntaryhmään kuulumaton"
"""What the source says of a member who belongs to no group."""


def parse_vote(answer: Answer) -> Iterator[Sitting | Faction | Expectation | Vote]:
    """The sitting, the groups as the ballots name them, and the vote.

    Raises:
        PageError: Something is missing or unknown, or the vote does not agree with itself.
    """
    wire = read_json(answer, VoteWire)
    _check_identity(answer, wire)
    if not wire.aanestystapahtumat:
        raise PageError(answer, "aanestystapahtumat", "no ballots")
    cast = [
        (ballot, finnish_option(answer, "kayttaytyminen", ballot.kayttaytyminen.fi))
        for ballot in wire.aanestystapahtumat
    ]
    check(answer, wire, cast)
    ballots = tuple(_ballot(answer, ballot, option) for ballot, option in cast)
    yield _sitting(answer, wire)
    yield from _factions(zip(ballots, wire.aanestystapahtumat, strict=True))
    yield Expectation(subject=f"{CHAMBER}-{wire.id}", what="ballots", expected=wire.aanestystulos.yhteensa)
    yield _vote(answer, wire, ballots)


def _check_identity(answer: Answer, wire: VoteWire) -> None:
    expect(answer, "id", wire.id, identifier_of(answer))
    expect(answer, "istunnonTunniste", wire.istunnon_tunniste, f"{wire.istuntovpvuosi}-{wire.istuntonumero}")
    expect(answer, "aanestysnumero", f"{wire.istunnon_tunniste}-{wire.aanestysnumero}", wire.id)


def _ballot(answer: Answer, wire: BallotWire, option: Option) -> Ballot:
    return Ballot(
        identifier=wire.henkilonumero,
        family_name=wire.sukunimi,
        given_name=wire.etunimi,
        faction=_faction_label(answer, wire),
        option=option,
        label=wire.kayttaytyminen.fi,
    )


def _faction_label(answer: Answer, ballot: BallotWire) -> str | None:
    """The abbreviation; a group without one, as groups of one member have been, goes by its name."""
    if ballot.eduskuntaryhma.fi == NOT_IN_A_GROUP:
        return None
    label = abbreviation_of(ballot) or ballot.eduskuntaryhma.fi
    if not label or label == UNKNOWN:
        raise PageError(answer, "eduskuntaryhma", f"no group is named for {ballot.henkilonumero}")
    return label


def _factions(ballots: Iterator[tuple[Ballot, BallotWire]]) -> Iterator[Faction]:
    """Each group once, by the first of its ballots that names it in both languages, else in Finnish."""
    names: dict[str, tuple[str, str | None]] = {}
    for ballot, wire in ballots:
        if ballot.faction and wire.eduskuntaryhma.fi and names.get(ballot.faction, ("", None))[1] is None:
            names[ballot.faction] = wire.eduskuntaryhma.fi, wire.eduskuntaryhma.sv
    for label, (name, name_sv) in names.items():
        yield Faction(chamber=CHAMBER, label=label, name=name, name_sv=name_sv, is_mention=True)


def _sitting(answer: Answer, wire: VoteWire) -> Sitting:
    return Sitting(
        key=f"{CHAMBER}-{wire.istunnon_tunniste}",
        chamber=CHAMBER,
        term=_term(answer, wire),
        number=_number(answer, "istuntonumero", wire.istuntonumero),
        dates=(_day(answer, wire),),
        transcript_url=minutes_url(wire.istuntonumero, wire.istuntovpvuosi),
    )


def _vote(answer: Answer, wire: VoteWire, ballots: tuple[Ballot, ...]) -> Vote:
    item, tally = wire.kohta, tally_of(wire.aanestystulos)
    title = one_of(answer, "kohta.otsikko", item.otsikko)
    meaning = meaning_of_yes(
        wire.aanestysotsikko.fi, item.asiakirjat.paaasiakirja_asiatyyppi, item.kasittelyotsikkonimi.fi
    )
    number = (
        item.asiakirjat.paaasiakirja_eduskuntatunnus.fi
        if item.asiakirjat.paaasiakirja_eduskuntatunnus
        else None
    )
    return Vote(
        key=f"{CHAMBER}-{wire.id}",
        chamber=CHAMBER,
        term=_term(answer, wire),
        sitting=f"{CHAMBER}-{wire.istunnon_tunniste}",
        number=_number(answer, "aanestysnumero", wire.aanestysnumero),
        date=_day(answer, wire),
        time=wire.aanestysalkuaika,
        bill=key_of(answer, "paaasiakirjaEduskuntatunnus", number) if number else None,
        bill_number=number,
        bill_title=None if is_budget(item.kasittelyotsikkonimi.fi) else title,
        title=title,
        title_sv=swedish(item.otsikko),
        question=one_of(answer, "aanestysotsikko", wire.aanestysotsikko),
        question_sv=swedish(wire.aanestysotsikko),
        method="electronic",
        ballots_status="published",
        is_final=is_final(meaning, item.kasittelyotsikkonimi.fi),
        is_annulled=wire.aanestysmitatoity,
        meaning_of_yes=meaning,
        declared=tally,
        outcome=outcome_of(tally, wire.aanestysotsikko.fi, is_annulled=wire.aanestysmitatoity),
        url=f"{SITE}/aanestystulos/{wire.aanestysnumero}/{wire.istuntonumero}/{wire.istuntovpvuosi}",
        scheme=CHAMBER,
        breakdowns=tuple(breakdowns(wire)),
        ballots=ballots,
    )


def _day(answer: Answer, wire: VoteWire) -> dt.date:
    try:
        return dt.date.fromisoformat(wire.istuntopvm[:10])
    except ValueError as error:
        raise PageError(answer, "istuntopvm", f"{wire.istuntopvm!r} is not a date") from error


def _term(answer: Answer, wire: VoteWire) -> str:
    term = term_of(wire.istuntovpvuosi)
    if term is None:
        raise PageError(answer, "istuntovpvuosi", f"unknown parliamentary year {wire.istuntovpvuosi!r}")
    return term


def _number(answer: Answer, element: str, digits: str) -> int:
    if not digits.isdecimal():
        raise PageError(answer, element, f"{digits!r} is not a number")
    return int(digits)
