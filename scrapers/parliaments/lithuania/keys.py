"""The names of things in the Seimas: addresses, keys, terms, and the numbers of bills."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from db.records import Term
from scrapers.pages import Answer, PageError

CHAMBER = "lt-seimas"
"""Also the scheme of the members' identifiers, which hold for all terms."""
VILNIUS = ZoneInfo("Europe/Vilnius")

OPEN_DATA = "lt-seimas-p2b"
OLD_SITE = "lt-seimas-www3"
E_SEIMAS = "lt-seimas-e-seimas"
API = "https://apps.lrs.lt/sip"
OLD = "http://www3.lrs.lt/pls/inter"
SITE = "https://www.lrs.lt/sip/portal.show"
DOCUMENTS = "https://e-seimas.lrs.lt/rs/legalact/TAK"

TERMS = tuple(
    Term(key=f"{CHAMBER}-{number}", chamber=CHAMBER, label=str(number), start=start, end=end)
    for number, start, end in (
        (6, dt.date(2008, 11, 17), dt.date(2012, 11, 15)),
        (7, dt.date(2012, 11, 16), dt.date(2016, 11, 13)),
        (8, dt.date(2016, 11, 14), dt.date(2020, 11, 12)),
        (9, dt.date(2020, 11, 13), dt.date(2024, 11, 13)),
        (10, dt.date(2024, 11, 14), None),
    )
)
"""The terms with usable ballots, each from its members' first day to the eve of the next one's."""

CONVOCATIONS = {"XIP": 6, "XIIP": 7, "XIIIP": 8, "XIVP": 9, "XVP": 10}
"""The term in which a bill was tabled, by the letters of its number."""

_DOCUMENT = re.compile(r"/TAK/(?:TAIS\.\d+|[0-9a-f]{32})(?=[/?]|$)")

_NUMBER = re.compile(r"\(Nr\.\s*(?P<base>[IVXL]*P-\d+)(?P<revision>\(\d+\))?\)")
"""A bill's number counts with its closing bracket only: long titles are cut in the middle of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """The number of a bill, and of its revision where the title names one."""

    base: str
    printed: str

    @property
    def key(self) -> str:
        """The key of the bill, the same for all its revisions: `lt-seimas-xvp-305`."""
        return f"{CHAMBER}-{self.base.lower()}"

    @property
    def term(self) -> str | None:
        """The key of the term in which the bill was tabled, where its letters say so."""
        number = CONVOCATIONS.get(self.base.partition("-")[0])
        return f"{CHAMBER}-{number}" if number else None

    @property
    def papers(self) -> tuple[str, ...]:
        """The numbers by which votes name the bill: without its revision, and with it."""
        return tuple(dict.fromkeys((self.base, self.printed)))


def number_in(title: str) -> Number | None:
    """The number of the bill that a title ends with.

    The last bracket counts: what goes before may be the number of the law to be amended.
    """
    found = list(_NUMBER.finditer(title))
    if not found:
        return None
    base, revision = found[-1].group("base", "revision")
    return Number(base=base, printed=base + (revision or ""))


def without_number(title: str) -> str:
    """The title without the bracket of its number, so that it stays the same in every revision."""
    return _NUMBER.sub("", title).strip()


def service(name: str, **query: str | int) -> str:
    """The address of an open data service."""
    return f"{API}/p2b.{name}?" + "&".join(f"{key}={value}" for key, value in query.items())


def document(link: str) -> str | None:
    """The address of the bare HTML of a document, whatever form of it the link leads to."""
    found = _DOCUMENT.search(link)
    return f"{DOCUMENTS}/{found[0].rpartition('/')[2]}/" if found else None


def asked(answer: Answer, parameter: str) -> str:
    """What the answer's address asks for.

    Raises:
        PageError: The address lacks the parameter.
    """
    values = parse_qs(urlsplit(answer.url).query).get(parameter)
    if not values:
        raise PageError(answer, f"?{parameter}", "missing in the address")
    return values[0]


def key_of(identifier: str) -> str:
    """The key of a vote or sitting. Identifiers are negative since 2008, and keep their sign."""
    return f"{CHAMBER}-{identifier}"


def term_on(answer: Answer, day: dt.date) -> str:
    """The key of the term in which a day lies.

    Raises:
        PageError: It lies before the first term that we know.
    """
    for term in reversed(TERMS):
        if term.start and term.start <= day:
            return term.key
    raise PageError(answer, "date", f"{day} is before the terms that can be read")
