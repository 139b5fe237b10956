"""The addresses and keys of the Sejm's things in the term that we read."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import quote
from zoneinfo import ZoneInfo

from db.slugs import slugify
from scrapers.pages import Answer, PageError

HOST = "api.sejm.gov.pl"
SEJM = f"https://{HOST}/sejm"
ELI = f"https://{HOST}/eli"
SITE = "https://www.sejm.gov.pl/Sejm10.nsf"
"""The public pages of the term, for readers; robots get a CAPTCHA there."""

WARSAW = ZoneInfo("Europe/Warsaw")
CHAMBER = "pl-sejm"
TERM = 10
TERM_START = dt.date(2023, 11, 13)
TERM_KEY = f"{CHAMBER}-{TERM}"
"""Also the scheme of the members' numbers, which begin anew every term."""
TERM_URL = f"{SEJM}/term{TERM}"

TRACKED_ACT = f"{ELI}/acts/DU/2025/1008"
"""The published act on leaving the Ottawa Convention: it names the print, and so the bill."""

DRAFTS = f"{TERM_URL}/bills?limit=500"
"""The list of drafts, from its beginning."""


def sitting_key(sitting: int) -> str:
    """The key of a sitting: `pl-sejm-10-37`."""
    return f"{TERM_KEY}-{sitting}"


def vote_key(sitting: int, number: int) -> str:
    """The key of a vote: `pl-sejm-10-37-66`."""
    return f"{TERM_KEY}-{sitting}-{number}"


def bill_key(number: str) -> str:
    """The key of a bill, by the number of its process: `pl-sejm-10-219`, `pl-sejm-10-18073-z`."""
    return f"{TERM_KEY}-{slugify(number)}"


def document_key(number: str) -> str:
    """The key of a print: `pl-sejm-10-print-1334-a`. Print numbers begin anew every term."""
    return f"{TERM_KEY}-print-{slugify(number)}"


def faction_key(label: str) -> str:
    """The key that the database gives to a club: `pl-sejm-10-psl-td`."""
    return f"{TERM_KEY}-{slugify(label)}"


def speech_key(sitting: int, day: dt.date, number: int) -> str:
    """The key of a turn, whose numbers begin anew every day: `pl-sejm-10-37-2025-06-25-12`."""
    return f"{TERM_KEY}-{sitting}-{day}-{number}"


def position_of(day: dt.date, number: int, part: int = 0) -> int:
    """The place of a turn among all of the sitting, of which an answer knows one day only.

    It is made of the day of the term, the number, and the part within it: places follow one another, with
    gaps.
    """
    return ((day - TERM_START).days * 10_000 + number) * 100 + part


def day_url(sitting: int, day: dt.date) -> str:
    """The turns of a day."""
    return f"{TERM_URL}/proceedings/{sitting}/{day}/transcripts"


def statement_url(sitting: int, day: dt.date, number: int) -> str:
    """The words of a turn."""
    return f"{day_url(sitting, day)}/{number}"


def asked_statement(answer: Answer) -> tuple[int, dt.date, int]:
    """The sitting, the day and the number of the turn in the address of an answer.

    Raises:
        PageError: Its day is in no calendar.
    """
    sitting, day, number = re.findall(r"proceedings/(\d+)/([\d-]+)/transcripts/(\d+)", answer.url)[0]
    try:
        return int(sitting), dt.date.fromisoformat(day), int(number)
    except ValueError as error:
        raise PageError(answer, "address", f"{day!r} is no day") from error


def vote_page(sitting: int, number: int) -> str:
    """The public page of a vote."""
    return (
        f"{SITE}/agent.xsp?symbol=glosowania&NrKadencji={TERM}&NrPosiedzenia={sitting}&NrGlosowania={number}"
    )


def bill_page(number: str) -> str:
    """The public page of a bill."""
    return f"{SITE}/PrzebiegProc.xsp?nr={quote(number)}"


def attachment_url(number: str, name: str) -> str:
    """Where a file of a print lies. Names may hold spaces and Polish letters."""
    return f"{TERM_URL}/prints/{quote(number)}/{quote(name)}"


def expect_asked(answer: Answer, **stated: int | str) -> None:
    """Make sure that the answer is about what was asked for: its numbers are those of the address, in order.

    Raises:
        PageError: It is about something else.
    """
    path = answer.url.partition("?")[0].removeprefix(f"{SEJM}/term")
    asked = [part for part in path.split("/") if part[0].isdigit()]
    for (element, number), wanted in zip(stated.items(), asked, strict=True):
        if str(number) != wanted:
            raise PageError(answer, f"$.{element}", f"{number!r} where the address says {wanted}")
