"""Senators and their clubs, identified by the name that their ballots carry.

Ballots name a senator by initial and surname only. That name within the term is the identifier, where one
senator alone has it; those who share one keep the site's number instead, so that no ballot is given to the
wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from db.records import Faction, Membership, Person, PersonId
from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland.names import split_name
from scrapers.parliaments.poland.senat.addresses import CHAMBER, TERM_KEY
from scrapers.parliaments.poland.senat.html import read_html, words

LINK = re.compile(r"senator,(\d+)")
LINKS = "a[href*='senator,']"
NAMES = "div.klub-nazwa h2"
LISTS = "div.lista-czlonkow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Senator:
    """A senator as the site lists them."""

    number: str
    """The site's."""
    given_name: str
    family_name: str

    @property
    def printed(self) -> str:
        """The name as ballots carry it."""
        return f"{self.given_name[:1]}. {self.family_name}"


def read_senators(answer: Answer) -> Iterator[Person]:
    """Every senator of the term.

    Raises:
        PageError: There is none, or one number has two names.
    """
    found = _senators(answer, read_html(answer))
    for senator in found:
        yield _person(senator, found)


def read_clubs(answer: Answer) -> Iterator[Faction | Person]:
    """The clubs and who is in them today. From when to when is not stated.

    Raises:
        PageError: There is no club, a club has no list of its own, or a senator is in two.
    """
    clubs = _clubs(answer, read_html(answer))
    everyone = [senator for _, members in clubs for senator in members]
    if len({senator.number for senator in everyone}) != len(everyone):
        raise PageError(answer, LISTS, "a senator is in two clubs")
    for name, members in clubs:
        yield Faction(chamber=CHAMBER, term=TERM_KEY, label=name, name=name)
        yield from (_person(senator, everyone, name) for senator in members)


def _clubs(answer: Answer, page: BeautifulSoup) -> list[tuple[str, list[Senator]]]:
    names = [words(name) for name in page.select(NAMES)]
    lists = page.select(LISTS)
    if not names or len(names) != len(lists):
        raise PageError(answer, NAMES, f"{len(names)} clubs, but {len(lists)} lists of members")
    return [(name, _senators(answer, members)) for name, members in zip(names, lists, strict=True)]


def _senators(answer: Answer, within: Tag) -> list[Senator]:
    found: dict[str, str] = {}
    for link in within.select(LINKS):
        number, name = LINK.search(str(link["href"])), words(link)
        if number and name and found.setdefault(number[1], name) != name:
            raise PageError(answer, LINKS, f"senator {number[1]} has two names")
    if not found:
        raise PageError(answer, LINKS, "no senator in the list")
    return [_senator(number, name) for number, name in found.items()]


def _senator(number: str, name: str) -> Senator:
    given, family = split_name(name)
    return Senator(number=number, given_name=given, family_name=family)


def _person(senator: Senator, everyone: list[Senator], club: str | None = None) -> Person:
    shared = Counter(other.printed for other in everyone)[senator.printed] > 1
    return Person(
        id=PersonId(
            scheme=TERM_KEY,
            identifier=f"senator {senator.number}" if shared else senator.printed,
            family_name=senator.family_name,
            given_name=senator.given_name,
        ),
        memberships=(Membership(chamber=CHAMBER, term=TERM_KEY, faction=club),),
    )
