"""What a page is: one archived answer in, records out. No I/O, no settings, no clock.

A parliament lists its pages in its descriptor. The spider, `ottawa rebuild` and `ottawa parse` all find
the page by the address of the answer, so that one piece of code reads an answer wherever it comes from.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

import msgspec
from lxml import etree

from db.records import AnyRecord, Chamber, Country, Evidence, Parser, Source, State, StateName, Term
from scrapers.shapes import Shape

Wire = TypeVar("Wire")
Reference = Country | Chamber | Term | State | StateName

ENORMOUS = re.compile(rb"[0-9]{15}")
"""Digits of a number by which neither days nor votes are counted, and which Python may refuse to make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a source sent for one request, with its content encoding already undone."""

    url: str
    body: bytes
    status: int = 200
    content_type: str = ""
    method: str = "GET"
    request_body: bytes = b""


class PageError(Exception):
    """An answer cannot be read honestly; it is to be quarantined, and nothing of it stored.

    The message names the answer (by its URL), the element, and what is wrong with it.
    """

    def __init__(self, answer: Answer, element: str, problem: str) -> None:
        super().__init__(f"{answer.url}: {element}: {problem}")
        self.url = answer.url
        self.element = element
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A kind of answer, and how it is read."""

    name: str
    source: str
    pattern: str
    """Matches the whole address, without its query."""
    parse: Callable[[Answer], Iterable[AnyRecord]]
    evidence: Evidence
    description: str
    method: str = "GET"
    body_pattern: str | None = None
    """Found in the body of the request, where one address answers questions of several kinds."""
    is_leaf: bool = False
    """Nothing is followed from it, so an unchanged answer need not be read again."""
    stamp: str | None = None
    """Matches what is another in every answer though nothing has changed, such as when it was made."""
    shape: Shape | None = None
    """What a live answer should look like, for a page that was built without one."""

    @property
    def key(self) -> str:
        """Under which the database lists its parser."""
        return f"{self.source}.{self.name}"

    def matches(self, url: str, method: str, body: bytes = b"") -> bool:
        """Whether an answer to this request is of this kind."""
        return (
            method == self.method
            and re.fullmatch(self.pattern, url.partition("?")[0]) is not None
            and (self.body_pattern is None or re.search(self.body_pattern.encode(), body) is not None)
        )

    def says_the_same(self, body: bytes, kept: bytes) -> bool:
        """Whether an answer says no more than the kept one, whatever is stamped on it."""
        if self.stamp is None:
            return body == kept
        stamp = self.stamp.encode()
        return re.sub(stamp, b"", body) == re.sub(stamp, b"", kept)

    def read(self, answer: Answer) -> tuple[AnyRecord, ...]:
        """All records of the answer.

        Raises:
            PageError: The answer lacks something, contradicts itself, or is something else altogether.
        """
        try:
            return tuple(self.parse(answer))
        except (ValueError, OverflowError) as error:
            if ENORMOUS.search(answer.body):
                raise PageError(answer, "body", f"a number beyond all bounds: {error}") from error
            raise


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """Everything about one spider that is data: whom it asks, how politely, and what it can read."""

    sources: tuple[Source, ...]
    pages: tuple[Page, ...]
    download_slots: dict[str, dict[str, float]] = field(default_factory=dict)
    """Politeness by host, as Scrapy's `DOWNLOAD_SLOTS`: the `delay` and `concurrency` of the handbook."""
    news: frozenset[str] = frozenset()
    """Names of the pages that tell what began since: every crawl asks for them, changed or not."""

    @property
    def name(self) -> str:
        """The name by which the command and the spider go."""
        raise NotImplementedError

    @property
    def term_numbers(self) -> tuple[str, ...]:
        """The terms that can be asked for, by the numbers that people call them by."""
        return ()

    @property
    def reference(self) -> tuple[Reference, ...]:
        """What it is about, to be stored before anything else."""
        return ()

    @property
    def parsers(self) -> tuple[Parser, ...]:
        """The pages, as the database lists them."""
        return tuple(
            Parser(
                key=page.key,
                source=page.source,
                page=page.name,
                evidence=page.evidence,
                description=page.description,
            )
            for page in self.pages
        )

    def patience(self, page: Page) -> dt.timedelta:
        """How long at most an answer that does not change is believed without asking again."""
        if page.name in self.news:
            return dt.timedelta(0)
        return dt.timedelta(days=90 if page.is_leaf else 14)

    def page_for(self, url: str, method: str = "GET", body: bytes = b"") -> Page | None:
        """The first page that reads the answer to this request, if any does."""
        return next((page for page in self.pages if page.matches(url, method, body)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parliament(Descriptor):
    """Everything about one parliament that is data."""

    country: Country
    chambers: tuple[Chamber, ...]
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """The country's name, in lower case."""
        return self.country.name.lower()

    @property
    def term_numbers(self) -> tuple[str, ...]:
        """The last parts of the terms' keys."""
        return tuple(term.key.rpartition("-")[2] for term in self.terms)

    @property
    def reference(self) -> tuple[Reference, ...]:
        """The state, its chambers and their terms."""
        return self.country, *self.chambers, *self.terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Descriptor):
    """Everything that is data about sources outside the parliaments, which one spider asks."""

    label: str
    countries: tuple[Country, ...] = ()
    states: tuple[State | StateName, ...] = ()

    @property
    def name(self) -> str:
        """The label."""
        return self.label

    @property
    def reference(self) -> tuple[Reference, ...]:
        """The states that it is about."""
        return *self.countries, *self.states


DESKS: tuple[str, ...] = ("scrapers.press", "scrapers.treaties")
"""The modules whose `DESK` is read beside the parliaments."""


@cache
def descriptors() -> tuple[Descriptor, ...]:
    """Every parliament, then every desk."""
    return *parliaments(), *(importlib.import_module(name).DESK for name in DESKS)


@cache
def parliaments() -> tuple[Parliament, ...]:
    """The descriptor of every folder in `scrapers/parliaments`, in alphabetical order."""
    from scrapers import parliaments as room  # noqa: PLC0415  the folders import this module

    names = sorted(module.name for module in pkgutil.iter_modules(room.__path__))
    return tuple(importlib.import_module(f"{room.__name__}.{name}").PARLIAMENT for name in names)


def reader_of(url: str, method: str = "GET", body: bytes = b"") -> tuple[Descriptor, Page] | None:
    """The descriptor and its page that read the answer to this request, if any do."""
    for descriptor in descriptors():
        page = descriptor.page_for(url, method, body)
        if page is not None:
            return descriptor, page
    return None


def expect(answer: Answer, element: str, found: object, expected: object) -> None:
    """Make sure that the answer agrees with itself.

    Raises:
        PageError: It does not.
    """
    if found != expected:
        raise PageError(answer, element, f"{found!r} where {expected!r} was expected")


def read_json(answer: Answer, wire: type[Wire]) -> Wire:
    """The answer's body as the given type.

    Raises:
        PageError: It is not JSON, is cut off, or lacks or misnames an element (whose path is named).
    """
    _expect_json(answer)
    try:
        return msgspec.json.decode(answer.body, type=wire)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        raise PageError(answer, path.strip("`") or "$", problem) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PageError(answer, "body", f"not whole JSON: {error}") from error


def read_xml(answer: Answer, root: str) -> etree._Element:
    """The root of the answer's XML, without comments and instructions. Nothing outside the answer is read.

    Raises:
        PageError: It is empty, not whole XML, or its root is another element.
    """
    if not answer.body.strip():
        raise PageError(answer, "body", "empty")
    # Made anew for each answer: a parser remembers errors.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        found = etree.fromstring(answer.body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PageError(answer, "body", f"not whole XML: {error}") from error
    if found.tag != root:
        raise PageError(answer, "root", f"<{found.tag}> where <{root}> was promised")
    return found


def _expect_json(answer: Answer) -> None:
    start = answer.body.lstrip()[:2000]
    if not start:
        raise PageError(answer, "body", "empty")
    if start.startswith(b"<"):
        raise PageError(answer, "body", f"an HTML page where JSON was promised{title_of(start)}")
    if answer.content_type and "json" not in answer.content_type.lower():
        raise PageError(answer, "Content-Type", f"{answer.content_type!r} where JSON was promised")


def title_of(html: bytes) -> str:
    """The title of a page, to be said after what was promised instead; nothing where there is none."""
    found = re.search(rb"<title[^>]*>(.*?)</title>", html, re.DOTALL | re.IGNORECASE)
    return f", titled {found[1].decode('utf-8', 'replace').strip()!r}" if found else ""
