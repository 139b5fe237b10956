"""Treaties, what states do about them, and the tables in which sources print it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from db.records.base import Record
from db.records.words import ActionPrecision, TreatyActionKind


class State(Record, frozen=True, kw_only=True):
    """A state, or another party to treaties such as the Holy See."""

    key: str
    """ISO 3166 code in lower case."""
    name: str


class StateName(Record, frozen=True, kw_only=True):
    """A name as sources print it, and the state that it means."""

    key: str
    """The name."""
    state: str


class StateFacts(Record, frozen=True, kw_only=True):
    """What the dossier knows of a state beside its name."""

    key: str
    borders_russia: bool
    borders_belarus: bool


class Treaty(Record, frozen=True, kw_only=True):
    """A treaty, and the rules by which states come in and go out."""

    key: str
    name: str
    short_name: str
    mtdsg_no: str
    """Its number with the UN depositary."""
    unts: str | None = None
    """Registration number and volume in the UN Treaty Series."""
    adopted: dt.date
    opened: dt.date | None = None
    """For signature."""
    in_force: dt.date
    joining_months: int
    joining_from: Literal["first of month", "same day"]
    """What the months run from: the first of the month of the deposit, or its day."""
    joining_rule: str
    withdrawal_months: int
    withdrawal_rule: str
    withdrawal_article: str
    armed_conflict_clause: str | None = None
    """What holds a withdrawal back beyond these months."""


class TreatyAction(Record, frozen=True, kw_only=True):
    """What a state did about a treaty, as one source tells it."""

    key: str
    treaty: str
    state: str
    action: TreatyActionKind
    date: dt.date
    """When the depositary received it."""
    date_precision: ActionPrecision = "day"
    effect: dt.date | None = None
    """As the source states it; where it states none, it follows from the treaty's rule."""
    label: str | None = None
    """The letter or word by which the source prints the action."""
    name: str | None = None
    """Of the state, as printed."""
    target: str | None = None
    """At which state an objection is directed."""
    bill: str | None = None
    """The bill whose law it carries out."""
    notification: str | None = None
    """The number of the depositary's notification, such as `C.N.266.2013`."""
    notification_date: dt.date | None = None
    is_bracketed: bool = False
    """Whether it is printed in brackets, as of a state that has withdrawn."""
    note: str | None = None


class Participant(Record, frozen=True, kw_only=True):
    """One printed row of a table of participants."""

    name: str
    state: str
    signature: dt.date | None = None
    provisional: dt.date | None = None
    """Of provisional application."""
    action: TreatyActionKind | None = None
    """How it joined; None for a state that only signed."""
    letter: str | None = None
    date: dt.date | None = None
    effect: dt.date | None = None
    renunciation: dt.date | None = None
    termination: dt.date | None = None
    is_bracketed: bool = False
    footnotes: str | None = None


class TreatyPage(Record, frozen=True, kw_only=True):
    """What one page says of one treaty: its table, the actions that follow or are listed, its own count."""

    treaty: str
    place: str
    """Which page it is, in words that stay the same: `un-status`."""
    participants: tuple[Participant, ...] = ()
    actions: tuple[TreatyAction, ...] = ()
    parties: int | None = None
    signatories: int | None = None
