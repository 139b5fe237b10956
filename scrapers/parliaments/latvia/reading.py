"""Reading what the sources write: XML with parallel arrays, script calls, dates and times of Riga."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from lxml import etree

from scrapers.pages import Answer, PageError

RIGA = ZoneInfo("Europe/Riga")

_DAY = re.compile(r"(\d\d)[./](\d\d)[./](\d{4})")
_MOMENT = re.compile(rf"{_DAY.pattern} (\d\d):(\d\d)(?::(\d\d))?")
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def read_html(answer: Answer, page: str) -> etree._Element:
    """The page as a tree.

    Raises:
        PageError: There is nothing in it.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree: etree._Element | None = etree.fromstring(page.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise PageError(answer, "body", f"no HTML: {error}") from error
    if tree is None:
        raise PageError(answer, "body", "no HTML: no element in it")
    return tree


def words_of(element: etree._Element) -> str:
    """All text of an element and those in it, with single blanks."""
    return " ".join("".join(map(str, element.itertext())).split())


@dataclass(frozen=True, slots=True)
class Fields:
    """The texts of the elements right in a record, by name; of several of one name the first counts.

    They are taken out at once: to search the record for each of them takes most of a page's time.
    """

    tag: str
    texts: dict[str, str]


def fields_of(record: etree._Element) -> Fields:
    """The fields of a record."""
    children = record.iterchildren(reversed=True)
    return Fields(str(record.tag), {str(child.tag): child.text or "" for child in children})


def check_shape(answer: Answer, record: Fields, names: frozenset[str]) -> None:
    """Make sure that a record has all the elements that we were told of.

    Raises:
        PageError: Some are missing; it names them all.
    """
    found = record.texts.keys()
    if missing := sorted(names - found):
        raise PageError(answer, record.tag, f"lacks {', '.join(missing)}")


def text_of(answer: Answer, record: Fields, name: str) -> str:
    """The text of an element, which may be empty but must be there.

    Raises:
        PageError: It is not there.
    """
    found = record.texts.get(name)
    if found is None:
        raise PageError(answer, f"{record.tag}.{name}", "missing")
    return found.strip()


def number_of(answer: Answer, record: Fields, name: str) -> int | None:
    """The number in an element, or None where it is empty.

    Raises:
        PageError: It is not there, or is not a number.
    """
    text = text_of(answer, record, name)
    if text and not text.isdecimal():
        raise PageError(answer, f"{record.tag}.{name}", f"{text!r} is not a number")
    return int(text) if text else None


def arrays_of(answer: Answer, record: Fields, names: tuple[str, ...]) -> list[list[str]]:
    """Parallel arrays, in which one place in every array is one person, with the blanks around each value.

    Raises:
        PageError: An array is missing, or they differ in length: then no value belongs to anyone for sure.
    """
    columns = [_array(answer, record, name) for name in names]
    lengths = {name: len(column) for name, column in zip(names, columns, strict=True)}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise PageError(answer, record.tag, f"arrays of different length: {shown}")
    return columns


def _array(answer: Answer, record: Fields, name: str) -> list[str]:
    found = record.texts.get(name)
    if found is None:
        raise PageError(answer, f"{record.tag}.{name}", "missing")
    # Blank places are values: a member outside the factions has a single blank.
    return found.split("#") if found else []


def day_of(answer: Answer, element: str, text: str) -> dt.date:
    """The day in `dd.mm.yyyy`, with or without a time after it.

    Raises:
        PageError: It has another form, or is no day.
    """
    found = _DAY.match(text)
    if found is None:
        raise PageError(answer, element, f"{text!r} is not a date")
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise PageError(answer, element, f"{text!r} is not a date") from error


def moment_of(answer: Answer, element: str, text: str) -> dt.datetime:
    """The moment in `dd.mm.yyyy HH:MM:SS` or `dd/mm/yyyy HH:MM:SS`, with the chamber's zone.

    Raises:
        PageError: It has another form, or is no moment. Pages of 2009 have month before day and AM or PM.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None or found[6] is None:
        raise PageError(answer, element, f"{text!r} is not a moment")
    hour, minute, second = map(int, found.groups()[3:])
    try:
        clock = dt.time(hour, minute, second, tzinfo=RIGA)
    except ValueError as error:
        raise PageError(answer, element, f"{text!r} is not a moment") from error
    return dt.datetime.combine(day_of(answer, element, text), clock)


def script_of(answer: Answer) -> str:
    """The text of a page. Whatever is not UTF-8, such as the byte 0xA4 between fields, becomes U+FFFD.

    Raises:
        PageError: It is empty.
    """
    if not answer.body.strip():
        raise PageError(answer, "body", "empty")
    return answer.body.decode("utf-8", "replace")


def strings_in(script: str) -> list[str]:
    """The quoted strings of a script, without quotes and backslashes."""
    return [_ESCAPE.sub(r"\1", found) for found in _STRING.findall(script)]


def calls_in(script: str, name: str) -> list[list[str]]:
    """The arguments of all calls to functions whose names match, where all of them are quoted strings."""
    call = rf"\b{name}\(\s*((?:{_STRING.pattern}\s*,?\s*)*)\)"
    return [strings_in(found[0]) for found in re.findall(call, script, re.DOTALL)]


def decoded(answer: Answer, element: str, text: str) -> str:
    """The text with entities and then percent signs undone, in this order; a plus sign is no blank.

    Raises:
        PageError: The percent signs are not those of UTF-8.
    """
    try:
        return _decoded(text)
    except UnicodeDecodeError as error:
        raise PageError(answer, element, f"{text!r} is not UTF-8") from error


@lru_cache(maxsize=8192)
def _decoded(text: str) -> str:
    """The same names come on every page, so they are remembered."""
    return " ".join(unquote(unescape(text), errors="strict").split())
