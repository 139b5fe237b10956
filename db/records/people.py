"""Persons, factions, and who sits where."""

from __future__ import annotations

import datetime as dt

from db.records.base import Record


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
