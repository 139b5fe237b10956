"""The names of things in the Saeima: addresses, keys, and the terms."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from urllib.parse import quote, unquote

from db.records import Term
from db.slugs import slugify
from scrapers.pages import Answer, PageError

CHAMBER = "lv-saeima"
SEATS = 100

OPEN_DATA = "lv-open-data"
OPEN_DATA_URL = "https://data.gov.lv"
PACKAGE_URL = f"{OPEN_DATA_URL}/dati/api/3/action/package_show?id=saeimas-sedes"

TITANIA = "lv-titania"
TITANIA_URL = "https://titania.saeima.lv"

SAEIMA = "lv-saeima-web"
SAEIMA_URL = "https://www.saeima.lv"

TRACKED_BILLS = ("898/Lp14",)
"""The bill on leaving the Ottawa Convention."""

TRACKED_SITTINGS = tuple(f"14.saeimas-2025.gada-ziemas-sesija-{number}" for number in (14, 15, 17))
"""The sittings that dealt with it, as the open data names them; counted from the calendar by the handbook."""

TRACKED_GUIDS = (
    "f8b7e492-f2fc-4f70-b5cf-83d01f05be92",
    "e3259161-602d-4410-a6b3-4d2152ddf032",
    "1645ba11-3583-4043-b084-c81baa597f3d",
)
"""By which titania knows these sittings."""

TRACKED_TRANSCRIPTS = ("2610",)
"""The transcript of 3 April 2025, the one of these sittings whose number is known."""

TERM_NUMBERS = (12, 13, 14, 15)

FIRST_DAYS = {14: dt.date(2022, 11, 1)}
"""Only of the 14th is the first day known, by the mandates of its members."""

TERMS = tuple(
    Term(
        key=f"{CHAMBER}-{number}",
        chamber=CHAMBER,
        label=f"{number}. Saeima",
        start=FIRST_DAYS.get(number),
    )
    for number in TERM_NUMBERS
)

KINDS = {"Lp": "likumprojekts", "Lm": "lēmuma projekts", "P": "pieprasījums", "J": "jautājums"}
"""Kinds of matter, by the letters of their numbers: bill, draft decision, request, question."""

NUMBER = re.compile(r"\d+/(Lp|Lm|P|J)(\d+)")
"""The number of a matter: `898/Lp14`, of the 14th Saeima."""

_IN_BRACKETS = re.compile(rf"\((?:Nr\. ?)?({NUMBER.pattern})\)")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def term_key(answer: Answer, number: str) -> str:
    """The key of a term, `lv-saeima-14`; also the scheme of persons, who have no number across terms.

    Raises:
        PageError: It is no term that we read.
    """
    if not number.isdecimal() or int(number) not in TERM_NUMBERS:
        raise PageError(answer, "term", f"{number!r} is no term that we read")
    return f"{CHAMBER}-{int(number)}"


def bill_key(answer: Answer, element: str, number: str) -> str:
    """The key of a bill, draft decision, request or question: `lv-saeima-898-lp14`.

    Raises:
        PageError: It is not the number of one.
    """
    if not NUMBER.fullmatch(number):
        raise PageError(answer, element, f"{number!r} is not the number of a bill or draft decision")
    return f"{CHAMBER}-{number.replace('/', '-').lower()}"


def vote_key(term: str, moment: dt.datetime) -> str:
    """The key of a vote, `lv-saeima-14-2026-04-16-092103`, by its second on the chamber's clock.

    Both sources print that second, and addresses of pages do not last, so it is what they have in common.
    """
    return f"{term}-{moment:%Y-%m-%d-%H%M%S}"


def guid_of(answer: Answer, element: str, text: str) -> str:
    """The identifier that both sources give a sitting or an item of its agenda, in lower case.

    Raises:
        PageError: It has another form.
    """
    guid = text.strip().lower()
    if not _GUID.fullmatch(guid):
        raise PageError(answer, element, f"{text!r} is not an identifier")
    return guid


def guids_in(text: str) -> list[str]:
    """All such identifiers in a text."""
    return _GUID.findall(text.lower())


@lru_cache(maxsize=4096)
def member_id(name: str) -> str:
    """The identifier of a member within a term: the name, first name first, without its diacritics."""
    return slugify(name)


def numbers_in(motive: str) -> list[str]:
    """The numbers of the matters that a motive names in brackets, in its order."""
    return [found[0] for found in _IN_BRACKETS.findall(motive)]


def number_in(motive: str) -> str | None:
    """The number of the matter that a vote is on: the last one, as earlier ones belong to its title."""
    return next(reversed(numbers_in(motive)), None)


def without_number(motive: str) -> str:
    """The words before the first number in brackets: the title."""
    found = _IN_BRACKETS.search(motive)
    return motive[: found.start()].strip() if found else motive


def card_url(number: str) -> str:
    """The page of a bill, with its stages."""
    found = NUMBER.fullmatch(number)
    if found is None:
        raise ValueError(f"{number!r} is not the number of a bill, such as 898/Lp14")
    kind, term = found.groups()
    base = f"saeimalivs{term}" if kind == "Lp" else "saeimalivs_lmp"
    return f"{TITANIA_URL}/LIVS{term}/{base}.nsf/webSasaiste?OpenView&restricttocategory={quote(number)}"


def sittings_url(term: str, query: str) -> str:
    """A page of the database of sittings: `calendar=1`, `nr=` with an identifier, or `actual=1`."""
    return f"{TITANIA_URL}/LIVS{term}/SaeimaLIVS2_DK.nsf/DK?ReadForm&{query}"


def members_url(term: str, page: str) -> str:
    """A page of the database of members."""
    return f"{TITANIA_URL}/personal/deputati/saeima{term}_depweb_public.nsf/{page}&lang=LV"


def transcript_url(number: str) -> str:
    """The one address of a transcript that we use, of all that have the same text."""
    return f"{SAEIMA_URL}/lv/transcripts/view/{number}"


def titania_term(answer: Answer) -> str:
    """The number of the term whose database answered, by its address.

    Raises:
        PageError: The address names none.
    """
    found = re.search(r"/LIVS(\d+)/|/saeima(\d+)_depweb", answer.url, re.IGNORECASE)
    if found is None:
        raise PageError(answer, "address", "names no term")
    return found[1] or found[2]


def file_name(url: str) -> str:
    """The last part of an address, decoded; of open data's addresses only this part lasts."""
    return unquote(url.partition("?")[0].rpartition("/")[2]).lower()


def term_of_file(answer: Answer) -> str:
    """The key of the term by which a file of the open data is named.

    Raises:
        PageError: The name begins with no term that we read.
    """
    return term_key(answer, file_name(answer.url).partition(".")[0])
