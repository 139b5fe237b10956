"""What the descriptors say: states, chambers, terms, sources and parsers."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record
from db.records.words import Evidence


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
    country: str | None
    """Whose it is; None where it is of no state."""
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
