"""Members: when they held a seat, and in which factions they sat.

The source gives factions as a history in no order, each from day to day; a spell may last no day at all.
Members who are in no faction are listed as a group of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Meta

from db.records import Faction, Membership, Person, PersonId
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.estonia.names import CHAMBER, expect_asked, term_key
from scrapers.parliaments.estonia.wire import FactionSpell, ListedMember, Member, MemberDetail, Spell

Members = Annotated[list[ListedMember], Meta(min_length=1)]


def list_members(answer: Answer) -> list[ListedMember]:
    """The members of a list.

    Raises:
        PageError: The list is empty or not in its form.
    """
    return read_json(answer, Members)


def read_members(answer: Answer) -> Iterator[Faction | Person]:
    """The factions that the members of a list have sat in, and the members.

    Raises:
        PageError: The list is empty, not in its form, or has a sitting member without a seat.
    """
    members = list_members(answer)
    yield from _factions(spell for member in members for spell in member.factions)
    for number, member in enumerate(members):
        seat = member.plenary_membership
        if seat is None and member.active:
            raise PageError(answer, f"$[{number}].plenaryMembership", "missing, though the member sits")
        path = f"$[{number}]"
        yield _person(member, _places(answer, path, member, [seat] if seat else [], member.factions))


def read_member(answer: Answer) -> Iterator[Faction | Person]:
    """One member with the seats and factions of all terms.

    Raises:
        PageError: The answer is partial, not in its form, or about somebody else.
    """
    member = read_json(answer, MemberDetail)
    expect_asked(answer, member.uuid)
    if member.status != "OK":
        raise PageError(answer, "$.status", "partial: a service behind the interface failed")
    yield from _factions(spell for term in member.memberships for spell in term.factions)
    places: list[Membership] = []
    for number, term in enumerate(member.memberships):
        path = f"$.memberships[{number}]"
        places += _places(answer, path, member, term.membership_role_items, term.factions)
    yield _person(member, places)


def _factions(spells: Iterable[FactionSpell]) -> Iterator[Faction]:
    for name in dict.fromkeys(spell.name for spell in spells):
        yield Faction(chamber=CHAMBER, label=name, name=name, is_mention=True)


def _person(member: Member, places: Iterable[Membership]) -> Person:
    return Person(
        id=PersonId(
            scheme=CHAMBER,
            identifier=member.uuid,
            family_name=member.last_name,
            given_name=member.first_name,
        ),
        birth_date=member.date_of_birth,
        memberships=tuple(places),
    )


def _places(
    answer: Answer, path: str, member: Member, seats: Iterable[Spell], factions: Iterable[FactionSpell]
) -> Iterator[Membership]:
    """The seats, then the factions by time. The terms of both must be known.

    Factions go on through the terms, and so do the keys that ballots give them: only a seat has its term.
    """
    for seat in seats:
        term = term_key(answer, f"{path}.membershipNumber", seat.membership_number)
        yield _place(member, seat, term=term)
    for spell in sorted(factions, key=lambda spell: spell.membership.start_date):
        term_key(answer, f"{path}.factions.membership.membershipNumber", spell.membership.membership_number)
        yield _place(member, spell.membership, faction=spell.name)


def _place(
    member: Member, spell: Spell, *, term: str | None = None, faction: str | None = None
) -> Membership:
    return Membership(
        chamber=CHAMBER,
        term=term,
        faction=faction,
        start=spell.start_date,
        end=spell.end_date,
        is_active=member.active and spell.end_date is None,
    )
