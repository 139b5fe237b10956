"""Votes with their ballots."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from db.records.base import Record
from db.records.words import BallotsStatus, Basis, BreakdownKind, Meaning, Method, Option, Outcome


class Tally(Record, frozen=True, kw_only=True):
    """The figures of a vote. None is *not stated*, which is not 0."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    present_not_voting: int | None = None
    absent: int | None = None


class Breakdown(Record, frozen=True, kw_only=True):
    """A part of the tally as the source prints it: of one faction, one side, or one district."""

    kind: BreakdownKind
    label: str
    """The faction's label as ballots carry it, or the source's own word."""
    tally: Tally


class Choice(Record, frozen=True, kw_only=True):
    """One candidate or alternative of a vote on a list."""

    number: int
    label: str
    votes: int | None = None


class Ballot(Record, frozen=True, kw_only=True, gc=False):
    """One member's ballot in one vote."""

    identifier: str
    """The person's identifier in the vote's `scheme`."""
    family_name: str
    given_name: str
    faction: str | None
    """The faction's label at the moment of the vote."""
    option: Option
    label: str
    """The source's own word."""
    basis: Basis = "stated"
    rule: str | None = None
    """By which rule the option was derived, or what the source's word leaves open."""
    choices: tuple[tuple[int, Literal["yes", "no"]], ...] = ()
    """On a list of candidates: the number of each and the ballot on it."""


class Vote(Record, frozen=True, kw_only=True):
    """One vote with its ballots."""

    key: str
    chamber: str
    term: str
    sitting: str | None
    number: int | None
    date: dt.date
    """The date of the sitting day on which it was taken."""
    time: dt.datetime | None = None
    """The moment of the vote, with its zone."""
    bill: str | None = None
    """The bill that the source itself names."""
    bill_number: str | None = None
    bill_title: str | None = None
    documents: tuple[str, ...] = ()
    """Numbers of the papers named in the question, by which it is joined to its bills."""
    title: str
    title_sv: str | None = None
    title_en: str | None = None
    question: str | None = None
    """What was put to the vote, in the source's own words."""
    question_sv: str | None = None
    method: Method
    ballots_status: BallotsStatus
    is_final: bool
    is_annulled: bool = False
    meaning_of_yes: Meaning | None
    majority: str | None = None
    """The kind of majority, in the source's own word."""
    threshold: int | None = None
    """Yes votes needed."""
    threshold_base: str | None = None
    """What the threshold is counted from."""
    declared: Tally
    outcome: Outcome | None
    outcome_label: str | None = None
    """The source's own words on the outcome."""
    url: str | None = None
    """The public page of the vote, where there is one."""
    scheme: str
    """The scheme of the identifiers in `ballots`."""
    identifier: str | None = None
    """The source's own, where ballots or breakdowns come apart and name the vote by nothing else."""
    breakdowns: tuple[Breakdown, ...] = ()
    choices: tuple[Choice, ...] = ()
    lists_absent: bool = True
    """Whether the ballots name the absent; where they do not, nobody knows how many were absent."""
    ballots: tuple[Ballot, ...] = ()
    is_second: bool = False
    """Whether a second address says so, which stands in until the first one has told the vote."""


class Roll(Record, frozen=True, kw_only=True):
    """The ballots of a vote, from an answer that says neither what was voted on nor what came of it."""

    key: str
    """The vote's."""
    chamber: str
    scheme: str
    """The scheme of the identifiers in `ballots`."""
    method: Method
    ballots_status: BallotsStatus
    is_annulled: bool = False
    """Whether the page of the ballots says so."""
    declared: Tally = Tally()
    ballots: tuple[Ballot, ...] = ()


class RollPart(Record, frozen=True, kw_only=True):
    """Some of the ballots of a vote, from an answer that holds no more of them.

    The roll is whole once the ballots of its parts add up to the tally that the vote declares.
    """

    vote: str
    """The source's own identifier of the vote."""
    chamber: str
    scheme: str
    """The scheme of the identifiers in `ballots`."""
    first: int
    """The place of the first of them among all ballots of the vote; the very first is 0."""
    ballots: tuple[Ballot, ...]


class Breakdowns(Record, frozen=True, kw_only=True):
    """The parts of a tally, from an answer that holds nothing else of the vote."""

    vote: str
    """The source's own identifier of the vote."""
    chamber: str
    parts: tuple[Breakdown, ...]


class Registration(Record, frozen=True, kw_only=True):
    """Who was in the hall at a moment, by identifier. It is no vote."""

    key: str
    chamber: str
    scheme: str
    """The scheme of the identifiers."""
    time: dt.datetime
    present: frozenset[str]
    missing: frozenset[str]


class TallyReport(Record, frozen=True, kw_only=True):
    """The tally of a vote as another place of the source prints it; compared, never merged."""

    vote: str
    place: str
    """Which page printed it, in words."""
    tally: Tally


def count(ballots: Iterable[Ballot]) -> Tally:
    """The tally that the ballots add up to. Both kinds of absence are counted as absent."""
    return tally_of(Counter([ballot.option for ballot in ballots]))


def tally_of(found: Mapping[Option, int]) -> Tally:
    """The tally by how often each option was found."""
    found = Counter(found)
    return Tally(
        yes=found["yes"],
        no=found["no"],
        abstain=found["abstain"],
        present_not_voting=found["present_not_voting"],
        absent=found["absent"] + found["absent_excused"],
    )
