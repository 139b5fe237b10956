"""Reading HTML: the old site's pages of 2008 to 2016 in windows-1257, and documents of today's."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania.keys import VILNIUS, key_of, term_on
from scrapers.parliaments.lithuania.xml import collapse

ENCODING = "windows-1257"
TITLE = "Lietuvos Respublikos Seimas - "
"""What the titles of all pages begin with."""
ERROR = "Klaida"
"""The title under which the site of today answers for an address that it does not know."""

_SITTING = re.compile(r"Seimo posėdis\s+Nr\.\s?(?P<number>\d+) \((?P<day>\d{4}-\d\d-\d\d), (?P<kind>\w+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The sitting that a page is about."""

    sitting: str
    """Its key."""
    number: int
    day: dt.date
    kind: str
    """Morning, evening or extraordinary, in the source's word."""
    term: str


def read_document(answer: Answer) -> BeautifulSoup:
    """A document of the site of today, which is bare HTML in UTF-8.

    Raises:
        PageError: It is empty, cut off, in another encoding, or says that there is an error.
    """
    try:
        text = answer.body.decode()
    except UnicodeDecodeError as error:
        raise PageError(answer, "body", f"not in UTF-8: {error}") from error
    page = _page(answer, text)
    if page.title and collapse(page.title.get_text()) == ERROR:
        raise PageError(answer, "title", f"{ERROR!r}: the address is unknown")
    _expect_end(answer, text, "</html>")
    return page


def read_html(answer: Answer, title: str, end: str = "</html>") -> BeautifulSoup:
    """The page, whose title must begin as promised, and which must close with the tag `end`.

    Bytes that the encoding does not define become the replacement character: the old site uses two of them
    as quotation marks, in the titles of questions.

    Raises:
        PageError: It is empty, cut off, or another page.
    """
    text = answer.body.decode(ENCODING, "replace")
    page = _page(answer, text)
    found = collapse(page.title.get_text()) if page.title else ""
    if not found.startswith(TITLE + title):
        raise PageError(answer, "title", f"{found!r} where {title!r} was promised")
    _expect_end(answer, text, end)
    return page


def words_of(tag: Tag) -> str:
    """The text of an element, its blanks of every kind made single spaces."""
    return collapse(tag.get_text())


def heading_of(answer: Answer, page: BeautifulSoup, identifier: str | None = None) -> Heading:
    """The sitting in the page's heading. `identifier` is the sitting's where the address names it.

    Raises:
        PageError: There is none, or its day is none, or is before the terms that we know.
    """
    found = _SITTING.search(words_of(page))
    if found is None:
        raise PageError(answer, "heading", "names no sitting with its number and day")
    link = page.select_one('a[href*="fakt_pos?p_fakt_pos_id="]')
    identifier = identifier or (parameter(str(link["href"]), "p_fakt_pos_id") if link else None)
    if identifier is None:
        raise PageError(answer, "heading", "links to no sitting")
    try:
        day = dt.date.fromisoformat(found["day"])
    except ValueError as error:
        raise PageError(answer, "heading", f"{found['day']!r} is not a day") from error
    return Heading(
        sitting=key_of(identifier),
        number=int(found["number"]),
        day=day,
        kind=found["kind"],
        term=term_on(answer, day),
    )


def parameter(address: str, name: str) -> str | None:
    """A number in the query of a link."""
    found = re.search(rf"[?&]{name}=(-?\d+)", address)
    return found[1] if found else None


def moment(answer: Answer, day: dt.date, clock: str) -> dt.datetime:
    """A time of day in Vilnius.

    Raises:
        PageError: It is none.
    """
    try:
        return dt.datetime.combine(day, dt.time.fromisoformat(clock), VILNIUS)
    except ValueError as error:
        raise PageError(answer, "Balsavimo laikas", f"{clock!r} is not a time") from error


def _page(answer: Answer, text: str) -> BeautifulSoup:
    if not text.strip():
        raise PageError(answer, "body", "empty")
    return BeautifulSoup(text, "lxml")


def _expect_end(answer: Answer, text: str, end: str) -> None:
    if end not in text[-200:].lower():
        raise PageError(answer, "body", f"cut off: it does not end with {end}")
