"""A question, and the list of a sitting's questions, on the old site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from db.records import Bill, Sitting, Tally, TallyReport
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania.html import Heading, heading_of, parameter, read_html, words_of
from scrapers.parliaments.lithuania.keys import asked, key_of
from scrapers.parliaments.lithuania.old_votes import sitting_of, stage_after
from scrapers.parliaments.lithuania.questions import Decision, Item, bills

_VOTED = re.compile(
    r"Įvyko balsavimas (?P<question>.*?); (?P<outcome>[^(;]*?) "
    r"\(už (?P<yes>\d+), prieš (?P<no>\d+), susilaikė (?P<abstain>\d+)\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A vote in the course of a question, with the figures of that place."""

    decision: Decision
    tally: Tally


def parse_old_question(answer: Answer) -> Iterator[Sitting | Bill | TallyReport]:
    """The sitting, the bills with their stages, and the figures of the votes as this page prints them.

    They may differ by a hair from those of the vote's own page.

    Raises:
        PageError: Something is missing or unknown.
    """
    page = read_html(answer, "Svarstymo eiga")
    heading = heading_of(answer, page)
    question = asked(answer, "p_svarst_kl_stad_id")
    found = events(answer, page)
    decisions = [event.decision for event in found]
    yield sitting_of(heading)
    dealt_with = [(item, decisions) for item in _items(answer, page, question)]
    yield from bills(answer, dealt_with, heading.sitting, heading.day)
    for event in found:
        yield TallyReport(vote=event.decision.vote, place=f"question {question}", tally=event.tally)


def parse_old_sitting(answer: Answer) -> Iterator[Sitting]:
    """The sitting. Its questions say more of themselves on their own pages.

    Raises:
        PageError: It lists none, or is another page.
    """
    heading, _ = read_old_sitting(answer)
    yield sitting_of(heading)


def read_old_sitting(answer: Answer) -> tuple[Heading, list[str]]:
    """The sitting and the identifiers of its questions, each once, in the order of the day.

    Raises:
        PageError: It lists none, or is another page.
    """
    page = read_html(answer, "Seimo posėdis")
    found = _identifiers(page, "klaus_stadija", "p_svarst_kl_stad_id")
    if not found:
        raise PageError(answer, "klaus_stadija", "lists no question")
    return heading_of(answer, page, asked(answer, "p_fakt_pos_id")), found


def transcript_of(answer: Answer) -> str | None:
    """The address of the transcript of an old sitting, where there is one.

    Raises:
        PageError: The page cannot be read.
    """
    links = read_html(answer, "Seimo posėdis").find_all("a", href=re.compile(r"showdoc_l\?p_id=\d"))
    return next((str(link["href"]) for link in links if words_of(link) == "Stenograma"), None)


def votes_of(answer: Answer) -> list[str]:
    """The identifiers of the votes on a question.

    Raises:
        PageError: The page cannot be read.
    """
    return _identifiers(read_html(answer, "Svarstymo eiga"), "bals", "p_bals_id")


def events(answer: Answer, page: BeautifulSoup) -> list[Event]:
    """The votes in the course of a question.

    Raises:
        PageError: A vote is told in another form.
    """
    links = page.find_all("a", href=re.compile(r"\.bals\?p_bals_id="))
    return [_event(answer, link) for link in links]


def _event(answer: Answer, link: Tag) -> Event:
    cell = link.find_parent("td")
    found = _VOTED.search(words_of(cell)) if cell else None
    if found is None:
        raise PageError(answer, "Įvyko balsavimas", "in another form")
    decision = Decision(
        vote=key_of(parameter(str(link["href"]), "p_bals_id") or ""),
        question=found["question"],
        outcome=found["outcome"],
    )
    tally = Tally(yes=int(found["yes"]), no=int(found["no"]), abstain=int(found["abstain"]))
    return Event(decision=decision, tally=tally)


def _items(answer: Answer, page: BeautifulSoup, question: str) -> list[Item]:
    titles = [item.select_one("b") for item in page.select("ol > li")]
    if not titles or not all(titles):
        raise PageError(answer, "ol > li > b", "no title of a question")
    return [
        Item(question=question, title=words_of(title), stage=stage_after(title)) for title in titles if title
    ]


def _identifiers(page: BeautifulSoup, name: str, query: str) -> list[str]:
    links = page.find_all("a", href=re.compile(rf"\.{name}\?{query}=-?\d"))
    return list(dict.fromkeys(parameter(str(link["href"]), query) or "" for link in links))
