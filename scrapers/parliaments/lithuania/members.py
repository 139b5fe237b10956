"""Members of a term with their seats and factions, and the factions of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from db.records import Faction, Membership, Person, PersonId
from scrapers.pages import Answer, expect
from scrapers.parliaments.lithuania.ballots import faction_label
from scrapers.parliaments.lithuania.keys import CHAMBER, asked
from scrapers.parliaments.lithuania.xml import Node, read_node

MIXED_GROUP = "Mišri Seimo narių grupė"
"""The one group that is a faction without being called one."""

LABELS = {
    "47": "MG",
    "793": "LSDPF",
    "870": "LSF",
    "874": "DPF",
    "1022": "TS-LKDF",
    "1070": "LVŽSF",
    "1154": "LF",
    "1318": "LRF",
    "1322": "DFVL",
}
"""The abbreviations by which ballots name factions, by the source's number of the faction.

The list of members gives only their names, the list of factions of today both: so these are the factions
that such a list was recorded of.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A time in a faction, in whatever role."""

    label: str
    name: str
    start: dt.date | None
    end: dt.date | None


def parse_members(answer: Answer) -> Iterator[Faction | Person]:
    """The factions that members have sat in, and the members: also those whose mandate has ended.

    Raises:
        PageError: The list is empty, not in its form, or of another term.
    """
    term = read_node(answer, "SeimoInformacija").only("SeimoKadencija")
    expect(answer, "kadencijos_id", term.text("kadencijos_id"), asked(answer, "kadencijos_id"))
    members = term.children("SeimoNarys")
    if not members:
        raise term.error("SeimoNarys", "none")
    spells = {member.text("asmens_id"): _spells(member) for member in members}
    expect(answer, "SeimoNarys/@asmens_id, each once", len(spells), len(members))
    names = {spell.label: spell.name for found in spells.values() for spell in found}
    for label, name in names.items():
        yield Faction(chamber=CHAMBER, label=label, name=name, is_mention=True)
    for member in members:
        yield _person(member, f"{CHAMBER}-{term.text('kadencijos_id')}", spells[member.text("asmens_id")])


def parse_factions(answer: Answer) -> Iterator[Faction]:
    """The factions of today, each as large as its list of members.

    Raises:
        PageError: The list is empty or not in its form, or a faction has another size than it says.
    """
    term = read_node(answer, "SeimoInformacija").only("SeimoKadencija")
    factions = term.children("SeimoFrakcija")
    if not factions:
        raise term.error("SeimoFrakcija", "none")
    for faction in factions:
        size = faction.whole("padalinio_narių_skaičius")
        expect(answer, "padalinio_narių_skaičius", size, len(faction.children("SeimoFrakcijosNarys")))
        yield Faction(
            chamber=CHAMBER,
            label=faction_label(faction.text("padalinio_pavadinimo_santrumpa")) or "",
            name=faction.text("padalinio_pavadinimas"),
            member_count=size,
        )


def is_faction(name: str) -> bool:
    """Whether a body of the Seimas is a faction: not their umbrella, nor the rows of those in none."""
    return "frakcija" in name.lower() or name == MIXED_GROUP


def _person(member: Node, term: str, spells: list[Spell]) -> Person:
    start, end = member.day("data_nuo"), member.day("data_iki")
    seat = Membership(chamber=CHAMBER, term=term, start=start, end=end, is_active=end is None)
    return Person(
        id=PersonId(
            scheme=CHAMBER,
            identifier=member.text("asmens_id"),
            family_name=member.text("pavardė"),
            given_name=member.text("vardas"),
        ),
        memberships=(seat, *map(_membership, spells)),
    )


def _membership(spell: Spell) -> Membership:
    return Membership(
        chamber=CHAMBER,
        faction=spell.label,
        start=spell.start,
        end=spell.end,
        is_active=spell.end is None,
    )


def _spells(member: Node) -> list[Spell]:
    """The times in factions, whose roles (member, leader, deputy) follow or overlap each other."""
    found = [_spell(post) for post in member.children("Pareigos") if _is_in_faction(post)]
    joined: list[Spell] = []
    for spell in sorted(found, key=lambda spell: (spell.label, spell.start or dt.date.min)):
        if joined and _goes_on(joined[-1], spell):
            joined[-1] = Spell(
                label=spell.label, name=spell.name, start=joined[-1].start, end=_later(joined[-1], spell)
            )
        else:
            joined.append(spell)
    return joined


def _is_in_faction(post: Node) -> bool:
    """Friendship groups have other attributes, and some posts are in no body at all."""
    return "padalinio_id" in post.attributes and is_faction(post.value("padalinio_pavadinimas"))


def _spell(post: Node) -> Spell:
    name = post.text("padalinio_pavadinimas")
    return Spell(
        label=LABELS.get(post.text("padalinio_id"), name),
        name=name,
        start=post.day("data_nuo"),
        end=post.day("data_iki"),
    )


def _goes_on(earlier: Spell, later: Spell) -> bool:
    if earlier.label != later.label:
        return False
    if earlier.end is None or later.start is None:
        return True
    return later.start <= earlier.end + dt.timedelta(days=1)


def _later(earlier: Spell, later: Spell) -> dt.date | None:
    return max(earlier.end, later.end) if earlier.end and later.end else None
