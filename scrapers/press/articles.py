"""Articles: the text is found by trafilatura, the rest by mark-up that is meant for machines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import trafilatura
from bs4 import BeautifulSoup

from db.records import Signatory, Statement
from scrapers.pages import Answer, PageError
from scrapers.press.items import YEARS, clean_address, concerns_us, key_of, read_html
from scrapers.press.lists import day_of
from scrapers.press.outlets import Outlet

DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("main time[datetime], article time[datetime]", "datetime"),
)
"""Where a page states for machines when it was published, and in which attribute. The first counts."""

PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"\\]*)"')
"""The same in JSON-LD, which need not be whole to say it."""


def read_article(outlet: Outlet, answer: Answer) -> Iterator[Statement]:
    """The article as a statement of the institution, if it is about the subject.

    Where several institutions share a place, the article does not say whose it is; the feed did.

    Raises:
        PageError: It is no article: it lacks a title, a text or a date.
    """
    page = read_html(answer)
    title, text = _title(answer, page), _text(answer, page)
    day, moment = _date(outlet, answer, page)
    if not concerns_us(f"{title}\n{text}", outlet):
        return
    address = clean_address(answer.url)
    by = () if outlet.is_shared else (Signatory(name=outlet.name, country=outlet.country),)
    yield Statement(
        key=key_of(outlet, address),
        country=outlet.country,
        date=day,
        time=moment,
        channel="press release",
        title=title,
        language=outlet.language,
        url=address,
        text=text,
        signatories=by,
    )


def _title(answer: Answer, page: BeautifulSoup) -> str:
    stated = page.select_one("meta[property='og:title'][content]")
    heading = page.select_one("article h1, main h1, h1, article h2")
    found = heading.get_text(" ") if heading else str(stated["content"]) if stated else ""
    if not found.strip():
        raise PageError(answer, "title", "none")
    return " ".join(found.split())


def _text(answer: Answer, page: BeautifulSoup) -> str:
    # One guess at the encoding, and not another one by the library.
    body = answer.body.decode(page.original_encoding or "utf-8", "replace")
    found = trafilatura.extract(body, include_comments=False, include_tables=False, favor_precision=True)
    if not found:
        raise PageError(answer, "text", "none")
    return found


def _date(outlet: Outlet, answer: Answer, page: BeautifulSoup) -> tuple[dt.date, dt.datetime | None]:
    """The day of publication in the state's zone, and the moment where one is stated.

    Raises:
        PageError: None can be read.
    """
    if outlet.date and (printed := page.select_one(outlet.date)) and (day := day_of(printed.get_text(" "))):
        return day, None
    for stated in _stated(page):
        found = _parsed(outlet, stated)
        if found is not None and found[0].year in YEARS:
            return found
    raise PageError(answer, "date", "an article without a date")


def _stated(page: BeautifulSoup) -> Iterator[str]:
    for selector, attribute in DATES:
        yield from (str(tag[attribute]) for tag in page.select(selector) if tag.has_attr(attribute))
    for script in page.select("script[type='application/ld+json']"):
        yield from PUBLISHED.findall(script.get_text())


def _parsed(outlet: Outlet, stated: str) -> tuple[dt.date, dt.datetime | None] | None:
    stated = stated.strip()
    try:
        if len(stated) == len("2025-01-15"):
            return dt.date.fromisoformat(stated), None
        moment = dt.datetime.fromisoformat(stated)
        local = moment.astimezone(outlet.zone) if moment.tzinfo else moment.replace(tzinfo=outlet.zone)
        return local.date(), local.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
