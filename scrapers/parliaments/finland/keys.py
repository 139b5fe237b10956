"""The names of things in the Eduskunta: addresses, keys, and the parliamentary years."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote, unquote

from db.records import Term
from db.slugs import slugify
from scrapers.pages import Answer, PageError
from scrapers.parliaments.finland.wire import Text

CHAMBER = "fi-eduskunta"
SOURCE = "fi-eduskunta-api"
API = "https://api.eduskunta.fi/api/v1"
OLD_SOURCE = "fi-eduskunta-avoindata"
OLD_API = "https://avoindata.eduskunta.fi/api/v1"
SITE = "https://www.eduskunta.fi"

TRACKED_BILLS = ("HE 56/2025 vp",)
"""The bill on leaving the Ottawa Convention."""
RELATED_BILLS = ("HE 15/2011 vp", "KAA 4/2022 vp")
"""The bill on joining it, and the forerunner: a citizens' initiative on leaving it."""

FIRST_YEAR = 2008
"""The first parliamentary year of which the new service has votes. Of those before only the old one has."""

TERMS = tuple(
    Term(key=f"{CHAMBER}-{year}", chamber=CHAMBER, label=f"{year} vp", start=start, end=end)
    for year, start, end in (
        *((year, None, None) for year in range(1996, 2023)),
        (2023, dt.date(2023, 4, 5), dt.date(2024, 2, 5)),
        (2024, dt.date(2024, 2, 6), dt.date(2025, 2, 3)),
        (2025, dt.date(2025, 2, 4), dt.date(2026, 2, 2)),
        (2026, None, None),
    )
)
"""Parliamentary years, which are not calendar years: votes, sittings and bills are numbered by them.

The days of most are not known to us. A new year is added by hand: it is known when it has begun.
"""

_TERM_KEYS = frozenset(term.key for term in TERMS)

_NUMBER = re.compile(r"[^\W\d_]+ \d[\d, \u2013\u2014-]*/\d{4} vp")


def address(kind: str, identifier: str) -> str:
    """The address of an answer. Identifiers hold blanks and slashes, and are percent-encoded wholly."""
    return f"{API}/{kind}/{quote(identifier, safe='')}"


def minutes_url(number: str, year: str, item: str | None = None) -> str:
    """Where people read the minutes of a sitting of a parliamentary year, or one item of them."""
    sitting = f"{SITE}/valtiopaivaasiakirjat/PTK+{number}/{year}"
    return f"{sitting}+{item}" if item else sitting


def identifier_of(answer: Answer) -> str:
    """The identifier that the answer's address asks for."""
    return unquote(answer.url.partition("?")[0].rpartition("/")[2])


def key_of(answer: Answer, element: str, number: str) -> str:
    """The key of a bill or paper: `fi-eduskunta-he-74-2023` for `HE 74/2023 vp`.

    Raises:
        PageError: It is not the number of a parliamentary document.
    """
    if not _NUMBER.fullmatch(number):
        raise PageError(answer, element, f"{number!r} is not the number of a parliamentary document")
    return f"{CHAMBER}-{slugify(number.removesuffix(' vp'))}"


def term_of(year: str) -> str | None:
    """The key of a parliamentary year, where the descriptor knows it."""
    key = f"{CHAMBER}-{year}"
    return key if key in _TERM_KEYS else None


def one_of(answer: Answer, element: str, text: Text) -> str:
    """The Finnish text, or else the Swedish one.

    Raises:
        PageError: There is neither.
    """
    found = (text.fi or "").strip() or (text.sv or "").strip()
    if not found:
        raise PageError(answer, element, "neither in Finnish nor in Swedish")
    return found


def swedish(text: Text) -> str | None:
    """The Swedish text, where there is one."""
    return (text.sv or "").strip() or None
