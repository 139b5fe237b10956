"""A member: when they held a mandate, and in which groups they sat.

A mandate runs on while it is interrupted, say for a seat in the European Parliament: the source gives its
days uncut, and a substitute sits meanwhile. The times in a group end where an interruption begins, so it is
by them that one sees who sat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.records import Faction, Membership, Person, PersonId
from scrapers.pages import Answer, PageError, expect, read_json
from scrapers.parliaments.finland.keys import CHAMBER, identifier_of, one_of, swedish
from scrapers.parliaments.finland.votes import NOT_IN_A_GROUP
from scrapers.parliaments.finland.wire import GroupSpell, MemberWire, Spell

SITTING = {"Nykyinen": True, "Entinen": False, "Keskeytynyt": False}
"""Whether a member sits, by the state of their mandate: current, former, interrupted."""

_CODE = re.compile(r"([^\W\d_]+)\d\d~.*")


def parse_member(answer: Answer) -> Iterator[Faction | Person]:
    """The groups that the member has sat in, and the member.

    Raises:
        PageError: Something is missing or unknown, or the answer is about somebody else.
    """
    wire = read_json(answer, MemberWire)
    expect(answer, "henkilonro", wire.henkilonro, identifier_of(answer))
    if not wire.edustajatoimet:
        raise PageError(answer, "edustajatoimet", "empty")
    spells = [(spell, label_of(answer, spell)) for spell in wire.eduskuntaryhmat if not _is_outside(spell)]
    for label, spell in {label: spell for spell, label in spells}.items():
        yield _faction(answer, spell, label)
    yield Person(
        id=PersonId(
            scheme=CHAMBER,
            identifier=wire.henkilonro,
            family_name=wire.sukunimi,
            given_name=wire.kutsumanimi,
        ),
        birth_year=wire.syntymavuosi,
        memberships=_memberships(_is_sitting(answer, wire), wire.edustajatoimet, spells),
    )


def label_of(answer: Answer, spell: GroupSpell) -> str:
    """The label that ballots give the group: the letters of its code, `ps` for `PS01~PERUS…`.

    Raises:
        PageError: The code has another form.
    """
    code = _CODE.fullmatch(spell.tunnus)
    if code is None:
        raise PageError(answer, "eduskuntaryhmat.tunnus", f"unknown form {spell.tunnus!r}")
    return code[1].lower()


def _is_outside(spell: GroupSpell) -> bool:
    return spell.nimi.fi == NOT_IN_A_GROUP


def _is_sitting(answer: Answer, wire: MemberWire) -> bool:
    if wire.edustajantoimen_tila not in SITTING:
        raise PageError(answer, "edustajantoimenTila", f"unknown state {wire.edustajantoimen_tila!r}")
    return SITTING[wire.edustajantoimen_tila]


def _faction(answer: Answer, spell: GroupSpell, label: str) -> Faction:
    name = one_of(answer, "eduskuntaryhmat.nimi", spell.nimi)
    return Faction(chamber=CHAMBER, label=label, name=name, name_sv=swedish(spell.nimi), is_mention=True)


def _memberships(
    is_sitting: bool, mandates: list[Spell], groups: list[tuple[GroupSpell, str]]
) -> tuple[Membership, ...]:
    seats = [_membership(is_sitting, mandate, None) for mandate in mandates]
    return (*seats, *(_membership(is_sitting, spell, label) for spell, label in groups))


def _membership(is_sitting: bool, spell: Spell, faction: str | None) -> Membership:
    return Membership(
        chamber=CHAMBER,
        faction=faction,
        start=spell.alkupvm,
        end=spell.loppupvm,
        is_active=is_sitting and spell.loppupvm is None,
    )
