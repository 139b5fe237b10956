"""Statements outside the chamber, and the offices that people hold."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record
from db.records.people import PersonId
from db.records.words import Argument, Channel, OfficeKind, Precision, Stance


class Office(Record, frozen=True, kw_only=True):
    """A post held by a person, from day to day. Unknown days are None."""

    key: str
    country: str
    person: PersonId
    kind: OfficeKind
    title: str
    """The post's name in English."""
    start: dt.date | None = None
    start_precision: Precision = "day"
    end: dt.date | None = None
    end_precision: Precision = "day"


class Signatory(Record, frozen=True, kw_only=True):
    """Who made a statement, and the office in which they made it, as the source says it."""

    name: str
    person: PersonId | None = None
    office: str | None = None
    country: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """What an office holder said or signed outside the chamber. Stance and tags are the statement's own."""

    key: str
    country: str | None
    """Whose statement it is; None for a statement of several states."""
    date: dt.date
    date_precision: Precision = "day"
    time: dt.datetime | None = None
    channel: Channel
    venue: str | None = None
    title: str | None = None
    language: str | None
    """ISO 639-1 code of the language of the source's text."""
    url: str
    text: str | None = None
    gist: str | None = None
    """One sentence of ours in English."""
    stance: Stance | None = None
    """Towards leaving; only where a person has read it."""
    treaty: str | None = None
    """Key of the treaty that it is about."""
    arguments: tuple[Argument, ...] = ()
    """Tags given by a person who read it."""
    signatories: tuple[Signatory, ...] = ()
    """Empty where the answer does not say; what another has said then stays."""
    is_mention: bool = False
    """Announced, as by a feed: it fills in what is unknown of the statement, and changes nothing."""
