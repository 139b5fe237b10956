"""Reading the open data: XML whose names are Lithuanian words, once in attributes and once in elements."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from scrapers.pages import Answer, PageError, read_xml
from scrapers.parliaments.lithuania.keys import VILNIUS

Shape = Mapping[str, frozenset[str]]
"""The attributes that elements have, by the name of the element."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?")


@dataclass(frozen=True, slots=True)
class Node:
    """An element that says its own name when something in it is missing or wrong."""

    answer: Answer
    element: etree._Element

    @property
    def name(self) -> str:
        """The element's name."""
        return str(self.element.tag)

    @property
    def attributes(self) -> frozenset[str]:
        """The names of its attributes."""
        return frozenset(map(str, self.element.keys()))

    def value(self, name: str) -> str:
        """An attribute with its blanks collapsed; it may be empty, but must be there.

        Raises:
            PageError: It is missing.
        """
        found = self.element.get(name)
        if found is None:
            raise self.error(f"@{name}", "missing")
        return collapse(found)

    def text(self, name: str) -> str:
        """An attribute that says something.

        Raises:
            PageError: It is missing or empty.
        """
        found = self.value(name)
        if not found:
            raise self.error(f"@{name}", "empty")
        return found

    def whole(self, name: str) -> int:
        """An attribute that is a number, zero or more.

        Raises:
            PageError: It is not.
        """
        found = self.text(name)
        if not (found.isascii() and found.isdigit()):
            raise self.error(f"@{name}", f"{found!r} is not a number")
        return int(found)

    def day(self, name: str) -> dt.date | None:
        """An attribute that is a day; where it is empty, the day is unknown or has not come.

        Raises:
            PageError: It is missing or in another format.
        """
        found = self.value(name)
        return self.day_of(name, found) if found else None

    def moment(self, name: str) -> dt.datetime:
        """An attribute that is a moment by the clock of Vilnius.

        Raises:
            PageError: It is missing or in another format.
        """
        return self.moment_of(f"@{name}", self.text(name))

    def inner(self, name: str) -> str:
        """The text of the child of this name, with its blanks collapsed; empty where there is none."""
        return collapse("".join(map(_text, self.element.iterchildren(name))))

    def has(self, name: str) -> bool:
        """Whether there is a child of this name."""
        return next(self.element.iterchildren(name), None) is not None

    def children(self, name: str) -> list[Node]:
        """The children of this name: one, many or none."""
        return [Node(self.answer, child) for child in self.element.iterchildren(name)]

    def all(self, *names: str) -> list[Node]:
        """All elements of these names below this one, in the order of the answer."""
        return [Node(self.answer, found) for found in self.element.iter(*names)]

    def only(self, name: str) -> Node:
        """The one element of this name below this one.

        Raises:
            PageError: There is none, or more than one.
        """
        found = self.all(name)
        if len(found) != 1:
            raise self.error(name, f"{len(found)} of them where there is one")
        return found[0]

    def day_of(self, where: str, found: str) -> dt.date:
        """The day that some text of this element stands for.

        Raises:
            PageError: It is in another format.
        """
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", found):
            raise self.error(where, f"{found!r} is not a day")
        return self.moment_of(where, f"{found} 00:00").date()

    def moment_of(self, where: str, found: str) -> dt.datetime:
        """The moment that some text of this element stands for.

        Raises:
            PageError: It is in another format.
        """
        try:
            if _MOMENT.fullmatch(found):
                return dt.datetime.fromisoformat(found).replace(tzinfo=VILNIUS)
        except ValueError:
            pass
        raise self.error(where, f"{found!r} is not a moment")

    def error(self, part: str, problem: str) -> PageError:
        """What is wrong with a part of this element."""
        return PageError(self.answer, f"{self.name}/{part}", problem)


def read_node(answer: Answer, root: str) -> Node:
    """The answer's root element.

    Raises:
        PageError: The answer is empty, no whole XML, or something else than was promised.
    """
    return Node(answer, read_xml(answer, root))


def expect_shape(root: Node, shape: Shape) -> None:
    """Hold the names in an answer against those of the handbook, for pages that were never seen live.

    Names that the handbook has not are no error by themselves: its lists are not complete.

    Raises:
        PageError: A name is missing; the message lists every difference.
    """
    missing = [problem for name in shape for node in root.all(name) for problem in _missing(node, shape)]
    if missing:
        unknown = [f"{node.name}/@{name}" for node in root.all(*shape) for name in _unknown(node, shape)]
        found = "; ".join(dict.fromkeys([*missing, *(f"unknown {name}" for name in unknown)]))
        raise PageError(root.answer, "shape", f"not as the handbook says: {found}")


def collapse(text: str) -> str:
    """The text without soft hyphens, its blanks of every kind made single spaces."""
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _text(element: etree._Element) -> str:
    """All text of an element. Most have no others in them, and are read without a walk."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _missing(node: Node, shape: Shape) -> list[str]:
    return [f"missing {node.name}/@{name}" for name in sorted(shape[node.name] - node.attributes)]


def _unknown(node: Node, shape: Shape) -> list[str]:
    return sorted(node.attributes - shape[node.name])
