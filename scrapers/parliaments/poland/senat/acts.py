"""Acts that the Sejm has sent: the list of them, and what the Senate did with each.

The page of an act names the Sejm's process by an internal number only, so here it is a bill of its own; the
view `bill_counterparts` joins it to the Sejm's by its title, where exactly one has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from bs4 import Tag

from db.records import Bill, Stage, StageKind
from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland.senat.addresses import (
    ACTS,
    CHAMBER,
    TERM_KEY,
    act_key,
    expect_term,
    prints_in,
    sitting_key,
)
from scrapers.parliaments.poland.senat.dates import day_in
from scrapers.parliaments.poland.senat.html import one, read_html, words

KIND = "ustawa uchwalona przez Sejm"
HEADINGS = {"Rozpatrzenie ustawy przez komisje", "Rozpatrzenie ustawy przez Senat"}
"""Rows that only stand above others."""

KINDS: tuple[tuple[str, StageKind], ...] = (
    (r"Przekazanie ustawy do Senatu", "submission"),
    (r"Skierowanie ustawy do", "referral"),
    (r"\d+\. pos\. Komisji", "committee"),
    (r"\d+\. pos\. Senatu", "second chamber"),
)
"""What a row is, by the words that it begins with. Others are of no kind that we know."""

SITTING = re.compile(r"(\d+)\. pos\. Senatu")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAct:
    """A row of the list of acts."""

    number: str
    title: str
    url: str


def read_acts(answer: Answer) -> tuple[()]:
    """No records: what the list says of an act, its own page says too.

    Raises:
        PageError: As `list_acts`.
    """
    list_acts(answer)
    return ()


def list_acts(answer: Answer) -> list[ListedAct]:
    """The acts of one page of the list.

    Raises:
        PageError: It is no such page, or has a row without its act.
    """
    cells = read_html(answer).select("td.numer-druku")
    if not cells:
        raise PageError(answer, "td.numer-druku", "no act in the list")
    return [_listed(answer, cell) for cell in cells]


def next_page(answer: Answer) -> str | None:
    """The address of the next page of the list, where this one links to it."""
    number = int(next(iter(re.findall(r"page,(\d+)", answer.url)), "1"))
    link = read_html(answer).select_one(f'a[href*="page,{number + 1}.html"]')
    return f"{ACTS}page,{number + 1}.html" if link else None


def read_act(answer: Answer) -> Iterator[Bill]:
    """An act with the steps that it took in the Senate.

    Raises:
        PageError: An element is missing, a date is no date, or the act is of an earlier term.
    """
    timeline = one(answer, read_html(answer), "div.timeline")
    title = words(one(answer, timeline, "div.title"))
    stages = [stage for row in timeline.select("ul.elementy > li") if (stage := _stage(answer, row))]
    if not title or not stages or stages[0].date is None:
        raise PageError(answer, "ul.elementy > li", "no title, or no first step with its day")
    expect_term(answer, "ul.elementy > li", stages[0].date)
    prints = _prints(timeline)
    if not prints:
        raise PageError(answer, "a.file-desc", "no print, by whose number the act goes")
    yield Bill(
        key=act_key(prints[0]),
        chamber=CHAMBER,
        term=TERM_KEY,
        number=prints[0],
        title=title,
        kind=KIND,
        sponsor="Sejm",
        submitted=stages[0].date,
        url=answer.url,
        documents=prints,
        stages=tuple(stages),
    )


def sittings_in(answer: Answer) -> list[str]:
    """The sittings that dealt with an act, by the site's numbers."""
    links = (str(link["href"]) for link in read_html(answer).select('a[href*="tematy,"]'))
    return list(dict.fromkeys(found[1] for link in links if (found := re.search(r"tematy,(\d+),", link))))


def _listed(answer: Answer, cell: Tag) -> ListedAct:
    row = cell.find_parent("tr")
    link = row.select_one('a[href*="/ustawa,"]') if row else None
    if link is None or not words(link):
        raise PageError(answer, "td.numer-druku", f"no link to the act of print {words(cell)!r}")
    return ListedAct(number=words(cell), title=words(link), url=urljoin(ACTS, str(link["href"])))


def _prints(timeline: Tag) -> tuple[str, ...]:
    """The prints among the files, the act's own first: opinions name it too, but are none."""
    names = [words(link) for link in timeline.select("a.file-desc")]
    return tuple(dict.fromkeys(name for text in names if text.startswith("Druk") for name in prints_in(text)))


def _stage(answer: Answer, row: Tag) -> Stage | None:
    """The step of a row; none in a row that is a heading or holds files only."""
    heading = row.select_one("div.elem-col-right h3, div.elem-col-right h4")
    label = words(heading) if heading else ""
    if not label or label in HEADINGS:
        return None
    date = row.select_one("span.small")
    text = words(date) if date else ""
    prints = _prints(row)
    sitting = SITTING.match(label)
    return Stage(
        kind=next((kind for pattern, kind in KINDS if re.match(pattern, label)), "other"),
        label=label,
        date=day_in(answer, "span.small", text) if text else None,
        actor=_committees(row),
        decision=_decision(row),
        sitting=sitting_key(int(sitting[1])) if sitting else None,
        document=prints[0] if prints else None,
    )


def _committees(row: Tag) -> str | None:
    named = (str(paragraph.get("title") or "") for paragraph in row.select("p[data-komisja]"))
    return "; ".join(name for name in named if name) or None


def _decision(row: Tag) -> str | None:
    """What stands below the heading, without committees and files."""
    texts = (text for text in row.select("div.elem-col-right > span.text") if not text.select_one("div, p"))
    return " ".join(found for text in texts if (found := words(text))) or None
