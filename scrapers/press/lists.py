"""Lists of articles, of sites without a feed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import Tag

from db.records import Statement
from scrapers.pages import Answer, PageError
from scrapers.press.items import Item, clean_address, mentions, read_html
from scrapers.press.outlets import Outlet

DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])")
"""A day as Poles write it."""


def read_list(outlet: Outlet, answer: Answer) -> Iterator[Statement]:
    """What the list says of articles about the subject that it gives a day for.

    Raises:
        PageError: It is no list: no link in it leads to an article.
    """
    return mentions(list_items(outlet, answer), outlet)


def list_items(outlet: Outlet, answer: Answer) -> list[Item]:
    """The items of a list.

    Raises:
        PageError: It is no list: no link in it leads to an article.
    """
    page = read_html(answer)
    found = [item for part in page.select(outlet.items) if (item := _item(outlet, answer, part))]
    if not found:
        raise PageError(answer, outlet.items, "no link that leads to an article")
    return found


def day_of(text: str) -> dt.date | None:
    """The first day printed in a text, None where there is none or no calendar has it."""
    found = DAY.search(text)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _item(outlet: Outlet, answer: Answer, part: Tag) -> Item | None:
    link = part if part.name == "a" else part.select_one("a[href]")
    if link is None:
        return None
    try:
        address = clean_address(urljoin(answer.url, str(link["href"])))
    except ValueError:
        return None
    title = part.select_one(".title") or link
    if not (outlet.is_article(address) and title.get_text(strip=True)):
        return None
    text = part.get_text(" ", strip=True)
    return Item(address=address, title=" ".join(title.get_text(" ").split()), summary=text, day=day_of(text))
