"""The vocabulary: everything that a page or the dossier may say.

Records are frozen and typed. One record is one whole thing: a vote comes *with* its ballots, a bill
with its stages, because they are published, validated and stored together. Records know nothing of the
database; `db.writer` turns them into rows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Option = Literal[
    "yes",
    "no",
    "abstain",
    "choice",
    "present_not_voting",
    "absent",
    "absent_excused",
    "not_recorded",
    "secret",
]
"""What a ballot comes to. `choice`: a valid ballot on a list of candidates, not a yes or no."""

Basis = Literal["stated", "derived"]
"""Whether the source says it or we conclude it (then a rule says how)."""

Method = Literal["electronic", "roll_call", "secret", "show_of_hands", "consensus"]
"""How a vote was taken."""

BallotsStatus = Literal["published", "partial", "not_published", "secret", "consensus", "not_collected"]
"""Why a vote has all, some or none of its ballots."""

Meaning = Literal[
    "for the bill",
    "for rejecting the bill",
    "for the amendment",
    "against the amendment",
    "for the statement",
    "for the committee report",
    "for the motion",
    "for the candidate",
    "quorum check",
]
"""What a *yes* means. Unknown is None: a yes is not always a yes to the bill."""

Outcome = Literal["passed", "rejected", "annulled", "no decision"]
"""What the vote came to, by the chamber's own rule. Unknown is None."""

Origin = Literal["live", "sample", "dossier"]
"""Where a row comes from: fetched, written from the bundled facts, or a curated fact."""

Precision = Literal["day", "month", "year"]
"""How exactly a date is known."""

Confidence = Literal["official", "confirmed", "single source", "unverified"]
"""How well a curated fact is known. `confirmed`: two or more independent sources."""

Evidence = Literal["proven", "proven on a rendering", "constructed"]
"""What a parser was built on: a verbatim answer, a rendering of one, or the handbook alone."""

StageKind = Literal[
    "announcement",
    "executive council",
    "government approval",
    "submission",
    "referral",
    "referral debate",
    "committee",
    "opinion",
    "first reading",
    "second reading",
    "third reading",
    "only reading",
    "final vote",
    "second chamber",
    "reconsideration",
    "reply",
    "to head of state",
    "veto",
    "signature",
    "promulgation",
    "entry into force",
    "denunciation",
    "deposit",
    "effect",
    "end",
    "other",
]
"""The steps of a bill, in one vocabulary for all parliaments."""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every record has in common: it is immutable and its fields are named, and has no others."""


class Country(Record, frozen=True, kw_only=True):
    """A state."""

    key: str
    """ISO 3166 code in lower case."""
    name: str


class Chamber(Record, frozen=True, kw_only=True):
    """A chamber of a parliament."""

    key: str
    country: str
    name: str
    name_en: str
    seats: int
    timezone: str
    """IANA name of the zone in which the chamber's clock runs."""


class Term(Record, frozen=True, kw_only=True):
    """A legislative term, or a parliamentary year where the chamber numbers its work by years."""

    key: str
    chamber: str
    label: str
    start: dt.date | None = None
    end: dt.date | None = None


class Source(Record, frozen=True, kw_only=True):
    """An official service that we ask, and what its licence asks of us."""

    key: str
    country: str
    name: str
    url: str
    licence: str
    attribution: str


class Parser(Record, frozen=True, kw_only=True):
    """A page that we can read, and what that ability was proven on."""

    key: str
    source: str
    page: str
    evidence: Evidence
    description: str


class PersonId(Record, frozen=True, kw_only=True):
    """How a source names a person: an official identifier within a scheme, and the name as printed."""

    scheme: str
    """Who gives the identifier, and for how long it holds: `pl-sejm-10`, `fi-eduskunta`."""
    identifier: str
    family_name: str
    given_name: str


class Membership(Record, frozen=True, kw_only=True):
    """A person's seat in a chamber, or place in a faction, from day to day. Unknown days are None."""

    chamber: str
    term: str | None = None
    faction: str | None = None
    """The faction's label in the source; None is the seat itself."""
    start: dt.date | None = None
    end: dt.date | None = None
    is_active: bool | None = None


class Person(Record, frozen=True, kw_only=True):
    """A person as an official register describes them."""

    id: PersonId
    birth_date: dt.date | None = None
    birth_year: int | None = None
    memberships: tuple[Membership, ...] = ()


class Faction(Record, frozen=True, kw_only=True):
    """A parliamentary group, club or circle, as the source lists it."""

    chamber: str
    term: str | None = None
    label: str
    """The short name that ballots carry: `PSL-TD`, `kok`."""
    name: str
    name_sv: str | None = None
    member_count: int | None = None
    is_mention: bool = False
    """Named in passing: it fills in what is unknown of the faction, and changes nothing."""


class Sitting(Record, frozen=True, kw_only=True):
    """A sitting, which may span several days and run past midnight."""

    key: str
    chamber: str
    term: str
    number: int
    title: str | None = None
    dates: tuple[dt.date, ...] = ()
    is_current: bool | None = None


class Stage(Record, frozen=True, kw_only=True):
    """One step of a bill."""

    kind: StageKind
    label: str
    """The source's own words."""
    date: dt.date | None = None
    date_precision: Precision = "day"
    identifier: str | None = None
    """The source's own id of the step, where it has one."""
    actor: str | None = None
    decision: str | None = None
    """What was decided, in the source's own words."""
    sitting: str | None = None
    vote: str | None = None
    document: str | None = None


class Bill(Record, frozen=True, kw_only=True):
    """A bill, motion or initiative with its stages, in the source's order."""

    key: str
    chamber: str
    term: str | None = None
    number: str
    title: str
    title_sv: str | None = None
    title_en: str | None = None
    kind: str | None = None
    sponsor: str | None = None
    submitted: dt.date | None = None
    closed: dt.date | None = None
    decision: str | None = None
    """The decision on the whole, in the source's own words."""
    act: str | None = None
    """The identifier of the act as published: an ELI or a statute number."""
    is_tracked: bool = False
    """Whether it is one of the denunciation bills that the tracker follows."""
    url: str | None = None
    documents: tuple[str, ...] = ()
    """Numbers of the papers that belong to it, by which votes name it."""
    stages: tuple[Stage, ...] = ()


class BillStage(Record, frozen=True, kw_only=True):
    """One step of a bill that comes by itself, from a source of its own."""

    bill: str
    position: int
    """Its place among the steps of the bill."""
    stage: Stage


class Document(Record, frozen=True, kw_only=True):
    """A paper that belongs to bills: a print, a report, a reply."""

    key: str
    chamber: str
    term: str | None = None
    number: str
    title: str
    date: dt.date | None = None
    url: str | None = None
    bills: tuple[str, ...] = ()
    """Keys of the bills it belongs to."""


class Tally(Record, frozen=True, kw_only=True):
    """The figures of a vote. None is *not stated*, which is not 0."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    present_not_voting: int | None = None
    absent: int | None = None


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
    choices: tuple[Choice, ...] = ()
    ballots: tuple[Ballot, ...] = ()


class Roll(Record, frozen=True, kw_only=True):
    """The ballots of a vote, from an answer that says neither what was voted on nor what came of it."""

    key: str
    """The vote's."""
    chamber: str
    scheme: str
    """The scheme of the identifiers in `ballots`."""
    method: Method
    ballots_status: BallotsStatus
    declared: Tally = Tally()
    ballots: tuple[Ballot, ...] = ()


class TallyReport(Record, frozen=True, kw_only=True):
    """The tally of a vote as another place of the source prints it; compared, never merged."""

    vote: str
    place: str
    """Which page printed it, in words."""
    tally: Tally


class Expectation(Record, frozen=True, kw_only=True):
    """How many of something a source says there are, so that what is missing can be counted."""

    subject: str
    """Key of the sitting, bill or vote."""
    what: Literal["votes", "ballots", "members"]
    expected: int


AnyRecord = Person | Faction | Sitting | Bill | BillStage | Document | Vote | Roll | TallyReport | Expectation
"""What a page or an entry of the dossier may give."""


def count(ballots: Iterable[Ballot]) -> Tally:
    """The tally that the ballots add up to. Both kinds of absence are counted as absent."""
    found = Counter([ballot.option for ballot in ballots])
    return Tally(
        yes=found["yes"],
        no=found["no"],
        abstain=found["abstain"],
        present_not_voting=found["present_not_voting"],
        absent=found["absent"] + found["absent_excused"],
    )
