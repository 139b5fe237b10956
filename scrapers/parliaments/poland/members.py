"""Deputies and their clubs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from db.records import Expectation, Faction, Membership, Person, PersonId
from scrapers.pages import Answer, read_json
from scrapers.parliaments.poland.addresses import CHAMBER, TERM_KEY, faction_key
from scrapers.parliaments.poland.wire import Club, Member

Members = Annotated[list[Member], Meta(min_length=1)]
Clubs = Annotated[list[Club], Meta(min_length=1)]


def read_members(answer: Answer) -> Iterator[Person]:
    """Every deputy of the term, also those who have left. From when to when is not stated.

    Raises:
        PageError: The list is empty or not in its form.
    """
    for member in read_json(answer, Members):
        yield Person(
            id=PersonId(
                scheme=TERM_KEY,
                identifier=str(member.id),
                family_name=member.last_name,
                given_name=member.first_name,
            ),
            birth_date=member.birth_date,
            memberships=(
                Membership(chamber=CHAMBER, term=TERM_KEY, is_active=member.active),
                Membership(chamber=CHAMBER, term=TERM_KEY, faction=member.club, is_active=member.active),
            ),
        )


def read_clubs(answer: Answer) -> Iterator[Faction | Expectation]:
    """The clubs of today and their sizes. Clubs of the past are in ballots only.

    Raises:
        PageError: The list is empty or not in its form.
    """
    for club in read_json(answer, Clubs):
        yield Faction(
            chamber=CHAMBER, term=TERM_KEY, label=club.id, name=club.name, member_count=club.members_count
        )
        yield Expectation(subject=faction_key(club.id), what="members", expected=club.members_count)
