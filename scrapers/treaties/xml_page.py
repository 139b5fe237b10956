"""The status of a treaty as XML. The names of its elements are compared without their case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from lxml import etree

from db.records import TreatyPage
from scrapers.pages import Answer, PageError, read_xml, title_of
from scrapers.treaties.cells import Cell, cell_of
from scrapers.treaties.followed import expect_title, numbered
from scrapers.treaties.status_page import Grid, page_of

PLACE = "un-xml"


def read_status_xml(answer: Answer) -> Iterator[TreatyPage]:
    """The participants, the actions that follow from their rows, and the page's own count.

    Raises:
        PageError: It is no XML though it was answered with 200, or lacks something.
    """
    treaty, root = numbered(answer), _root(answer)
    expect_title(answer, "Titlesect", _text(answer, root, "externaldata", "titlesect"), treaty)
    figures = {
        name: _cell(next(_within(root, "externaldata", "status", name), None)).text
        for name in ("signatories", "parties")
    }
    status = " ".join(
        f"{name.title()} : {number[0]}" for name, text in figures.items() if (number := _NUMBER.search(text))
    )
    yield page_of(answer, treaty, PLACE, status, _grid(answer, root))


_NUMBER = re.compile(r"\d+")


def _root(answer: Answer) -> etree._Element:
    body = answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not body.startswith(b"<?xml"):
        title = title_of(body[:4000])
        what = "a notice of maintenance" if b"urgent maintenance" in body.lower() else "no XML"
        raise PageError(answer, "body", f"{what} where XML was promised{title}")
    first = re.search(rb"<([A-Za-z][\w.-]*)", body)
    return read_xml(answer, first[1].decode() if first else "Treaty")


def _grid(answer: Answer, root: etree._Element) -> Grid:
    """The headers and rows of the table, in either of the two forms that are known."""
    for table, entry in (("participants", "entry"), ("specialtables", "column")):
        headers = [_cell(title).text for title in _within(root, table, "title")]
        rows = [
            [_cell(cell) for cell in row if _name(cell) == entry]
            for row in _within(root, table, "row")
            if not any(True for _ in _within(row, "title"))
        ]
        if headers and any(rows):
            return [header for header in headers if header], [row for row in rows if row]
    raise PageError(answer, "Participants", "no table with headers and rows")


def _text(answer: Answer, root: etree._Element, *path: str) -> str:
    text = _cell(next(_within(root, *path), None)).text
    if not text:
        raise PageError(answer, "/".join(path), "missing or empty")
    return text


def _within(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """Every element along a path of names, each somewhere within the one before."""
    if not path:
        yield element
        return
    for found in element.iterdescendants():
        if _name(found) == path[0]:
            yield from _within(found, *path[1:])


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()


def _cell(element: etree._Element | None) -> Cell:
    """The text of an element, whose mark-up within lines is written as text."""
    text = "" if element is None else "".join(str(part) for part in element.itertext())
    return cell_of(BeautifulSoup(text, "lxml"))
