"""What stands in a cell: text without marks, the numbers of footnotes, days, letters and brackets."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from bs4 import Tag

from scrapers.pages import Answer, PageError

MONTHS = tuple(name.lower() for name in calendar.month_name if name)

PRINTED = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9})\.? (?P<year>\d{4})")
SLASHED = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
HYPHENED = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?: 00:00:00)?")

MARKS = re.compile(r"(?:[\s,]*\b\d{1,3})+[\s,]*$|(?<=[^\s\d])\d{1,3}(?:[\s,]+\d{1,3})*[\s,]*$")
"""The numbers of footnotes after a text, also glued to it: no name of a state ends in a number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and the numbers of its footnotes."""

    text: str
    footnotes: tuple[str, ...] = ()

    @property
    def is_bracketed(self) -> bool:
        """Whether a bracket stands in it."""
        return "[" in self.text or "]" in self.text

    @property
    def bare(self) -> str:
        """The text without brackets."""
        return self.text.replace("[", "").replace("]", "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A day with the letter after it."""

    date: dt.date
    letter: str = ""
    is_bracketed: bool = False


def cell_of(tag: Tag) -> Cell:
    """The cell in an element of HTML. The element loses its footnote marks."""
    footnotes = [number for mark in tag.find_all(["sup", "superscript"]) for number in _numbers(mark)]
    for mark in tag.find_all(["sup", "superscript"]):
        mark.extract()
    for line in tag.find_all("br"):
        line.replace_with(" ")
    return Cell(" ".join(tag.get_text().split()), tuple(footnotes))


def named(cell: Cell) -> Cell:
    """A cell that holds a name, without the footnote numbers that are printed after it."""
    inside = cell.bare
    found = MARKS.search(inside)
    if found is None:
        return cell
    name = inside[: found.start()].strip()
    return replace(
        cell,
        text=f"[{name}]" if cell.is_bracketed else name,
        footnotes=(*cell.footnotes, *re.findall(r"\d+", found[0])),
    )


def deed_of(answer: Answer, element: str, cell: Cell, pattern: re.Pattern[str]) -> Deed | None:
    """The day in a cell and the letter after it; None where the cell is empty.

    Raises:
        PageError: The cell holds anything else.
    """
    if not cell.bare:
        return None
    found = re.fullmatch(rf"({pattern.pattern})\s*(?:\(?(?P<letter>[A-Za-z]{{1,2}})\)?)?", cell.bare)
    if found is None:
        raise PageError(answer, element, f"{cell.text!r} is no day with a letter")
    return Deed(
        date=_day(answer, element, found), letter=found["letter"] or "", is_bracketed=cell.is_bracketed
    )


def day_of(answer: Answer, element: str, text: str, pattern: re.Pattern[str]) -> dt.date | None:
    """The day that a text is; None where it is empty.

    Raises:
        PageError: It is anything else.
    """
    if not text.strip():
        return None
    found = pattern.fullmatch(" ".join(text.split()))
    if found is None:
        raise PageError(answer, element, f"{text!r} is no day as this source writes it")
    return _day(answer, element, found)


def _day(answer: Answer, element: str, found: re.Match[str]) -> dt.date:
    try:
        return dt.date(int(found["year"]), _month(found["month"]), int(found["day"]))
    except ValueError as error:
        raise PageError(answer, element, f"{found[0]!r} is in no calendar") from error


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    known = [number for number, name in enumerate(MONTHS, 1) if name.startswith(text.lower())]
    if len(known) != 1:
        raise ValueError(text)
    return known[0]


def _numbers(mark: Tag) -> list[str]:
    return re.findall(r"\w+", mark.get_text())
