"""Factions, among the groups of every kind that the source lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from msgspec import Meta

from db.records import Expectation, Faction
from db.slugs import slugify
from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.estonia.names import CHAMBER, expect_asked
from scrapers.parliaments.estonia.wire import Group, GroupDetail

FACTION = "FRAKTSIOON"
MEMBER = "RIIGIKOGU_LIIGE"
"""The office of a member of the Riigikogu; a faction's staff is listed beside them."""

Groups = Annotated[list[Group], Meta(min_length=1)]


def list_factions(answer: Answer) -> list[Group]:
    """The factions among the groups of a list, by their Estonian names.

    In other languages most have no name, and none has the one that ballots carry: of such a list there
    are none.

    Raises:
        PageError: The list is empty, not in its form, or without a faction.
    """
    factions = [group for group in read_json(answer, Groups) if group.type.code == FACTION]
    if not factions:
        raise PageError(answer, "$", "no faction among the groups")
    return factions if _is_estonian(answer) else []


def read_groups(answer: Answer) -> Iterator[Faction]:
    """The factions of a list.

    Raises:
        PageError: As `list_factions`, or a faction has no name.
    """
    for group in list_factions(answer):
        name = _name(answer, group)
        yield Faction(chamber=CHAMBER, label=name, name=name, is_mention=True)


def read_group(answer: Answer) -> Iterator[Faction | Expectation]:
    """A faction, and how many members it has now; of other groups nothing.

    Raises:
        PageError: The answer is not in its form, or about another group.
    """
    group = read_json(answer, GroupDetail)
    expect_asked(answer, group.uuid)
    if group.type.code == FACTION and _is_estonian(answer):
        name, size = _name(answer, group), _size(group)
        yield Faction(chamber=CHAMBER, label=name, name=name, member_count=size)
        yield Expectation(subject=f"{CHAMBER}-{slugify(name)}", what="members", expected=size)


def _is_estonian(answer: Answer) -> bool:
    return parse_qs(urlsplit(answer.url).query).get("lang", ["ET"])[-1].upper() == "ET"


def _name(answer: Answer, group: Group) -> str:
    if group.name is None:
        raise PageError(answer, "name", f"missing in the faction {group.uuid}")
    return group.name


def _size(group: GroupDetail) -> int:
    """How many members of the Riigikogu are in it: neither its staff nor those who have left."""
    return sum(
        spell.end_date is None and spell.job_title is not None and spell.job_title.code == MEMBER
        for spell in (member.membership for member in group.members)
    )
