"""The names of things in the Riigikogu: addresses, keys and terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeVar
from zoneinfo import ZoneInfo

from db.records import Term
from db.slugs import slugify
from scrapers.pages import Answer, PageError

CHAMBER = "ee-riigikogu"
API = "https://api.riigikogu.ee/api"
WEB = "https://www.riigikogu.ee"
VOTES_ON_WEB = f"{WEB}/tegevus/tooulevaade/haaletused"
VOTE_ON_WEB = f"{VOTES_ON_WEB}/haaletustulemused-kohalolekukontroll"
"""The slug says *presence check* for every vote."""

VERBATIM_ON_WEB = "https://stenogrammid.riigikogu.ee"

TALLINN = ZoneInfo("Europe/Tallinn")
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

FIRST_DAYS = {
    7: dt.date(1992, 9, 28),
    8: dt.date(1995, 3, 21),
    9: dt.date(1999, 3, 18),
    10: dt.date(2003, 3, 31),
    11: dt.date(2007, 4, 2),
    12: dt.date(2011, 4, 4),
    13: dt.date(2015, 3, 30),
    14: dt.date(2019, 4, 4),
    15: dt.date(2023, 4, 10),
}
"""The first day of the first session of each term, as the source lists the sessions."""

TERM = 15
"""The current term."""

TERMS = tuple(
    Term(key=f"{CHAMBER}-{number}", chamber=CHAMBER, label=str(number), start=start)
    for number, start in FIRST_DAYS.items()
)

TRACKED_BILL = "4809d284-9ebf-4ea4-9063-3f360ddedec2"
"""The bill on leaving the Ottawa Convention, 642 SE."""

FORERUNNER = (14, "726")
"""The bill of the term before that was rejected; its identifier is not known, so it is searched for."""

Word = TypeVar("Word", str, int)
Meant = TypeVar("Meant")


def term_key(answer: Answer, element: str, number: int) -> str:
    """The key of a term: `ee-riigikogu-15`.

    Raises:
        PageError: It is a term that we do not know.
    """
    known(answer, element, FIRST_DAYS, number)
    return f"{CHAMBER}-{number}"


def term_on(answer: Answer, element: str, date: dt.date) -> str:
    """The key of the term in which a sitting day lies.

    Raises:
        PageError: It is before the first term that we know.
    """
    begun = [number for number, start in FIRST_DAYS.items() if start <= date]
    if not begun:
        raise PageError(answer, element, f"{date} lies before the first known term")
    return f"{CHAMBER}-{max(begun)}"


def bill_key(term: str, mark: int) -> str:
    """The key of a bill in the term with this key: `ee-riigikogu-15-642`.

    Marks begin anew every term. The type is no part of it: 570 SE becomes 570 UA after a veto.
    """
    return f"{term}-{mark}"


def bill_page(uuid: str, title: str) -> str:
    """The public page of a bill."""
    return f"{WEB}/tegevus/eelnoud/eelnou/{uuid}/{slugify(title, regex_pattern=r'[^-a-z0-9.]+')}"


def vote_key(uuid: str) -> str:
    """The key of a vote: the identifier that interface, transcript and public page share."""
    return f"{CHAMBER}-{uuid}"


def vote_page(uuid: str) -> str:
    """The public page of a vote."""
    return f"{VOTE_ON_WEB}/{uuid}/"


def verbatim_page(start: dt.datetime) -> str:
    """The public page of the verbatim record of a sitting."""
    return f"{VERBATIM_ON_WEB}/{sitting_number(start)}"


def sitting_number(start: dt.datetime) -> int:
    """The number under which the transcript of a sitting is published: `202506041400`."""
    return int(start.strftime("%Y%m%d%H%M"))


def sitting_key(start: dt.datetime) -> str:
    """The key of a sitting: `ee-riigikogu-202506041400`."""
    return f"{CHAMBER}-{sitting_number(start)}"


def expect_asked(answer: Answer, uuid: str) -> None:
    """Make sure that the answer is about what was asked for.

    Raises:
        PageError: It is about something else.
    """
    asked = answer.url.partition("?")[0].rstrip("/").rpartition("/")[2]
    if uuid != asked:
        raise PageError(answer, "$.uuid", f"{uuid!r} where the address says {asked}")


def known(answer: Answer, element: str, words: Mapping[Word, Meant], word: Word) -> Meant:
    """What a word of the source means.

    Raises:
        PageError: The word is not among those that we know.
    """
    if word not in words:
        raise PageError(answer, element, f"unknown word {word!r}")
    return words[word]
