"""Members: the list of a term, and one member with the days of the mandate and of the places in factions.

A member has a number per term only. Votes have names and nothing else, so within a term a member is known by
the name. E-mail addresses and the names of assistants, which the pages carry too, are never read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from db.records import Faction, Membership, Person, PersonId
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.ballots import faction_of
from scrapers.parliaments.latvia.keys import CHAMBER, member_id, term_key, titania_term
from scrapers.parliaments.latvia.reading import day_of, script_of

MANDATE, FACTION = "10", "2"
"""The kinds of places that are read: the seat itself, and the faction."""

PLACES = {MANDATE, FACTION, "3", "4", "5", "6", "11", "DG1", "DG2"}
"""All kinds of places: also committees, the Presidium, sub-committees, delegations, inquiries, groups."""

OUTSIDE = "Pie frakcijām nepiederošie deputāti"
"""What the source says of members who belong to no faction."""

LABELS: dict[str, dict[str, str]] = {
    "14": {
        "Frakcija JAUNĀ VIENOTĪBA": "JV",
        "Zaļo un Zemnieku savienības frakcija": "ZZS",
        "Frakcija “APVIENOTAIS SARAKSTS”": "AS",
        "Frakcija “Nacionālā apvienība”": "NA",
        "Frakcija “Stabilitātei!”": "ST",
        "Frakcija PROGRESĪVIE": "PRO",
        "Frakcija LATVIJA PIRMAJĀ VIETĀ": "LPV",
    }
}
"""The labels that ballots give factions, by term and full name: the page of a member has only the names."""

Fields = dict[str, str]

_STRING = r'"((?:[^"\\]|\\.)*)"'
_FIELD = re.compile(rf"(\w+):\s*{_STRING}")
_BIRTH = re.compile(r"form_birth_date_\w+\".*?</script>\s*:\s*</span>\s*<span>\s*(\d{4})", re.DOTALL)


def parse_members(answer: Answer) -> Iterator[Faction]:
    """The factions that members of a term sit in now, by a list in Latvian; in others names are translated.

    Raises:
        PageError: The list is empty, names a member twice, or gives one label two names.
    """
    members = members_of(answer)
    if _language(answer) != "LV":
        return
    term = term_key(answer, titania_term(answer))
    factions = {(member["shortStr"].strip(), member["lst"].strip()) for member in members}
    names = [(label, name) for label, name in sorted(factions) if label]
    if twice := [label for label, times in Counter(label for label, _ in names).items() if times > 1]:
        raise PageError(answer, "drawDep.lst", f"{twice[0]!r} has two names")
    for code, name in names:
        label = faction_of(code)
        if label:
            yield Faction(chamber=CHAMBER, term=term, label=label, name=name)


def members_of(answer: Answer) -> list[Fields]:
    """Everyone on the list, by the fields of the source: `sname`, `name`, `shortStr`, `lst`, `unid`.

    Raises:
        PageError: The list is empty, a field is missing, or a member is named twice.
    """
    members = _calls(answer, "drawDep", ("sname", "name", "shortStr", "lst", "unid"))
    for field in ("unid", "sname"):
        if any(not member[field] for member in members):
            raise PageError(answer, f"drawDep.{field}", "empty")
    found = Counter(_identifier(member) for member in members)
    if twice := [member for member, times in found.items() if times > 1]:
        raise PageError(answer, "drawDep", f"{twice[0]!r} is listed twice")
    return members


def parse_member(answer: Answer) -> Iterator[Person]:
    """The member, with each time in the seat and, where its label is known, in a faction.

    Raises:
        PageError: Something is missing or unknown, or the page is about several people.
    """
    places = _calls(answer, "drawWN", ("str", "strLvlTp", "sname", "name", "dtF", "dtT"))
    if strange := {place["strLvlTp"] for place in places} - PLACES:
        raise PageError(answer, "drawWN.strLvlTp", f"unknown kind of place {min(strange)!r}")
    if len({_identifier(place) for place in places}) != 1:
        raise PageError(answer, "drawWN", "places of several people")
    if not any(place["strLvlTp"] == MANDATE for place in places):
        raise PageError(answer, "drawWN", "no mandate")
    number = titania_term(answer)
    yield Person(
        id=PersonId(
            scheme=term_key(answer, number),
            identifier=_identifier(places[0]),
            family_name=places[0]["sname"].strip(),
            given_name=places[0]["name"].strip(),
        ),
        birth_year=_birth_year(answer),
        memberships=tuple(dict.fromkeys(_memberships(answer, number, places))),
    )


def _memberships(answer: Answer, number: str, places: list[Fields]) -> Iterator[Membership]:
    """The seat, then the factions. Of a term whose labels are not known only the seat is told."""
    term = term_key(answer, number)
    for place in places:
        if place["strLvlTp"] == MANDATE:
            yield _membership(answer, term, None, place)
    for place in places:
        if place["strLvlTp"] == FACTION and number in LABELS and place["str"] != OUTSIDE:
            yield _membership(answer, term, _label(answer, number, place["str"]), place)


def _label(answer: Answer, number: str, name: str) -> str:
    if name not in LABELS[number]:
        raise PageError(answer, "drawWN.str", f"unknown faction {name!r}")
    return LABELS[number][name]


def _membership(answer: Answer, term: str, faction: str | None, place: Fields) -> Membership:
    return Membership(
        chamber=CHAMBER,
        term=term,
        faction=faction,
        start=day_of(answer, "drawWN.dtF", place["dtF"]),
        end=day_of(answer, "drawWN.dtT", place["dtT"]) if place["dtT"] else None,
        is_active=not place["dtT"],
    )


def _birth_year(answer: Answer) -> int | None:
    """The year of birth, which the page may leave out."""
    found = _BIRTH.search(script_of(answer))
    return int(found[1]) if found else None


def _identifier(fields: Fields) -> str:
    return member_id(f"{fields['name']} {fields['sname']}")


def _language(answer: Answer) -> str:
    query = {name.lower(): value for name, value in parse_qsl(urlsplit(answer.url).query)}
    return query.get("lang", "LV").upper()


def _calls(answer: Answer, name: str, fields: tuple[str, ...]) -> list[Fields]:
    """The objects that a function of the page is called with.

    Raises:
        PageError: There is none, or one lacks a field.
    """
    call = re.compile(rf"\b{name}\(\{{((?:\s*\w+:\s*{_STRING}\s*,?)*)\s*\}}\)", re.DOTALL)
    found = [
        {field: _unescaped(value) for field, value in _FIELD.findall(match[1])}
        for match in call.finditer(script_of(answer))
    ]
    if not found:
        raise PageError(answer, name, "not called: an empty list, or another page")
    for each in found:
        if missing := [field for field in fields if field not in each]:
            raise PageError(answer, f"{name}.{missing[0]}", "missing")
    return found


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value)
