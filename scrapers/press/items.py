"""Items of feeds and lists: which are about the subject, and what they say by themselves."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from db.records import Signatory, Statement
from db.slugs import slugify
from scrapers.lexicon import find_topics, is_about
from scrapers.pages import Answer, PageError
from scrapers.press.outlets import Outlet

ROUNDS = 3
"""How often a text is unescaped at most: feeds are met in which it was escaped once too often."""

YEARS = range(1990, 2100)
"""When something can have been published on the web. Any other year is a mistake."""

CDATA = re.compile(r"<!\[CDATA\[|\]\]>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article as a feed or list announces it."""

    address: str
    title: str
    summary: str = ""
    day: dt.date | None = None
    """None where the source gives none that can be read: its article may."""
    moment: dt.datetime | None = None
    author: str | None = None


def wanted(items: Iterable[Item], outlet: Outlet) -> Iterator[Item]:
    """The items that are articles of the outlet, and about the subject."""
    for item in items:
        if outlet.is_article(item.address) and concerns_us(f"{item.title}\n{item.summary}", outlet):
            yield item


def mentions(items: Iterable[Item], outlet: Outlet) -> Iterator[Statement]:
    """What the wanted items say by themselves, those without a day left out."""
    for item in wanted(items, outlet):
        if item.day is not None:
            yield Statement(
                key=key_of(outlet, item.address),
                country=outlet.country,
                date=item.day,
                time=item.moment,
                channel="press release",
                title=item.title or None,
                language=outlet.language,
                url=item.address,
                signatories=(Signatory(name=item.author or outlet.name, country=outlet.country),),
                is_mention=True,
            )


def concerns_us(text: str, outlet: Outlet) -> bool:
    """Whether a text of the outlet is about anti-personnel mines, cluster munitions or their treaties."""
    return is_about(find_topics(text, outlet.language))


def key_of(outlet: Outlet, address: str) -> str:
    """The key of the statement at an address."""
    return f"{outlet.key}-{slugify(unquote(urlsplit(address).path))}"


def clean_address(address: str) -> str:
    """The address without query and fragment, by which feeds count their readers, and with https."""
    parts = urlsplit(address.strip())
    return parts._replace(scheme="https", query="", fragment="").geturl()


def plain(text: str) -> str:
    """What a reader sees of a text with mark-up, however often it was escaped."""
    for _ in range(ROUNDS):
        stripped = BeautifulSoup(CDATA.sub(" ", html.unescape(text)), "lxml").get_text(" ")
        if stripped == text:
            break
        text = stripped
    return " ".join(text.split())


def read_html(answer: Answer) -> BeautifulSoup:
    """The page, in the encoding that it states.

    Raises:
        PageError: It states one that cannot be the name of any.
    """
    try:
        return BeautifulSoup(answer.body, "lxml")
    except ValueError as error:
        raise PageError(answer, "charset", str(error)) from error
