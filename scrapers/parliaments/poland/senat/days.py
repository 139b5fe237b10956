"""What the Senate voted on in a day of a sitting. The ballots stand on a page of each vote's own.

No such page could be recorded: what is not as the handbook has it is an error here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from db.records import Expectation, Meaning, Sitting, Tally, Vote
from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland.senat.addresses import (
    CHAMBER,
    TERM_KEY,
    asked,
    expect_term,
    prints_in,
    sitting_key,
    transcript_page,
    vote_key,
    vote_page,
)
from scrapers.parliaments.poland.senat.dates import days_in
from scrapers.parliaments.poland.senat.html import one, read_html, words

NONE = "W tym dniu nie odbyły się żadne głosowania"
DAYS = "div.view-element__date"
TABLE = "div.table-content"
LINK = re.compile(r"glosowanie-drukuj,(\d+)\.html")

QUESTIONS: tuple[tuple[str, Meaning, bool], ...] = (
    (r"głosowanie (testowe|próbne)|.*\bkworum", "quorum check", False),
    (r".*\bodrzuceni\w+ (ustawy|projektu)", "for rejecting the bill", False),
    (r".*\bustawy bez poprawek", "for the bill", True),
    (r".*\bustawy w całości|.*\buchwały w całości", "for the bill", True),
    (r".*\bpopraw", "for the amendment", False),
    (r".*\bwnios", "for the motion", False),
)
"""What a yes means and whether the vote is the final one, by the words of the question. The first counts."""


def read_day(answer: Answer) -> Iterator[Sitting | Expectation | Vote]:
    """The sitting, that it has a transcript, and the votes of one of its days, without ballots.

    The transcripts stand beside these pages. No one of them could be recorded, so none is read.

    Raises:
        PageError: An element is missing, or a vote is linked that no row describes.
    """
    page = read_html(answer)
    days = _days(answer, page)
    expect_term(answer, DAYS, days[0])
    sitting = _sitting(answer, page, days)
    yield sitting
    yield Expectation(subject=sitting.key, what="transcripts", expected=1)
    for identifier, row in _rows(answer, page).items():
        yield _vote(answer, row, identifier, (sitting.key, days[_day(answer) - 1]))


def next_day(answer: Answer) -> int | None:
    """The next day of the sitting, if it has one more.

    Raises:
        PageError: The days of the sitting are missing.
    """
    day = _day(answer)
    return day + 1 if day < len(_days(answer, read_html(answer))) else None


def _day(answer: Answer) -> int:
    return int(asked(answer)[1])


def _days(answer: Answer, page: BeautifulSoup) -> list[dt.date]:
    days = days_in(answer, DAYS, words(one(answer, page, DAYS)))
    if not 1 <= _day(answer) <= len(days):
        raise PageError(answer, DAYS, f"no day {_day(answer)} in a sitting of {len(days)} days")
    return days


def _sitting(answer: Answer, page: BeautifulSoup, days: list[dt.date]) -> Sitting:
    title = words(one(answer, page, "div.meeting-title"))
    number = re.match(r"(\d+)\. posiedzenie", title, re.IGNORECASE)
    if number is None:
        raise PageError(answer, "div.meeting-title", f"{title!r} names no sitting by its number")
    return Sitting(
        key=sitting_key(int(number[1])),
        chamber=CHAMBER,
        term=TERM_KEY,
        number=int(number[1]),
        title=title,
        dates=tuple(days),
        transcript_url=transcript_page(asked(answer)[0]),
    )


def _rows(answer: Answer, page: BeautifulSoup) -> dict[str, Tag]:
    """The row of each vote. A row without a number belongs to the one before, or lies within it."""
    if NONE in words(page):
        return {}
    table = one(answer, page, TABLE)
    found: dict[str, Tag] = {}
    for row in table.select("div.row"):
        cells = row.select("div")
        linked = _linked(row)
        if cells and linked and words(cells[0]).rstrip(".").isdecimal():
            found.setdefault(linked[0], row)
    if not found or found.keys() != set(_linked(table)):
        raise PageError(answer, TABLE, f"{len(_linked(table))} votes are linked, {len(found)} described")
    return found


def _linked(within: Tag) -> list[str]:
    links = (LINK.search(str(link["href"])) for link in within.select("a[href]"))
    return [found[1] for found in links if found]


def _vote(answer: Answer, row: Tag, identifier: str, place: tuple[str, dt.date]) -> Vote:
    cells = row.select("div")
    title = next((words(part) for part in cells[1].find_all(recursive=False)), "") if len(cells) > 1 else ""
    if not title:
        raise PageError(answer, f"{TABLE} div.row", f"vote {identifier} has no title")
    question = cells[1].select_one("p i")
    asks = words(question) if question else None
    meaning, is_final = _meaning(asks or title)
    sitting, day = place
    return Vote(
        key=vote_key(identifier),
        chamber=CHAMBER,
        term=TERM_KEY,
        sitting=sitting,
        number=int(words(cells[0]).rstrip(".")),
        date=day,
        documents=prints_in(title),
        title=title,
        question=asks,
        method="electronic",
        ballots_status="not_collected",
        is_final=is_final,
        meaning_of_yes=meaning,
        declared=Tally(),
        outcome=None,
        url=vote_page(identifier),
        scheme=TERM_KEY,
    )


def _meaning(question: str) -> tuple[Meaning | None, bool]:
    return next(
        ((means, final) for words_, means, final in QUESTIONS if re.match(words_, question, re.IGNORECASE)),
        (None, False),
    )
