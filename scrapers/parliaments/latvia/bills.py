"""Bills and their cards on titania: the stages in columns, with dates, results and papers.

The agenda of the open data names the same bills. The row of a bill therefore holds only what both know, so
that neither erases what the other said; who submitted it, and when, is in its first stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag
from msgspec import structs

from db.records import Bill, BillStage, Stage, StageKind
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.keys import (
    CHAMBER,
    KINDS,
    NUMBER,
    TRACKED_BILLS,
    bill_key,
    card_url,
    term_key,
)
from scrapers.parliaments.latvia.reading import day_of, script_of

COLUMNS: dict[str, StageKind] = {
    "Iesniegts": "submission",
    "Prezidijs": "announcement",
    "Nodošana komis.": "referral",
    "1. lasījums": "first reading",
    "2. lasījums": "second reading",
    "3. lasījums": "third reading",
    "Saeimas sēde": "only reading",
}
"""The columns of a card: submitted, Presidium, referral, the readings; for a decision the one sitting."""

POSITIONS: dict[StageKind, int] = {
    "submission": 1,
    "announcement": 2,
    "referral": 3,
    "first reading": 4,
    "only reading": 4,
    "second reading": 5,
    "third reading": 6,
    "other": 7,
}
"""The places of the steps, since no page of the open data knows them all."""

DATE, RESULT, PAPERS = "Datums", "Rezultāts", "Dok. nr."
"""The rows of a bill's card that are read, by their first cell."""

SPONSOR = "Iesniedzēji:"

Cells = list[str]


def bill_of(answer: Answer, number: str, title: str, documents: tuple[str, ...] = ()) -> Bill:
    """A bill, by its number and title.

    Raises:
        PageError: The number is none, or the title is empty.
    """
    key = bill_key(answer, "number", number)
    kind, term = NUMBER.fullmatch(number).groups()  # type: ignore[union-attr]  # or there were no key
    if not title:
        raise PageError(answer, f"title of {number}", "empty")
    return Bill(
        key=key,
        chamber=CHAMBER,
        term=term_key(answer, term),
        number=number,
        title=title,
        kind=KINDS[kind],
        is_tracked=number in TRACKED_BILLS,
        url=card_url(number),
        documents=documents,
    )


def parse_card(answer: Answer) -> Iterator[Bill | BillStage]:
    """The bill or draft decision of a card, and its steps.

    Raises:
        PageError: Something is missing or unknown, or it is the card of another.
    """
    page = BeautifulSoup(script_of(answer), "lxml")
    rows = list(_rows(page))
    number, title = _heading(answer, rows)
    stages = list(_decision(answer, rows) if _is_decision(rows) else _bill_stages(answer, rows))
    if not stages:
        raise PageError(answer, "Iesniegts", "no step has a date")
    papers = [paper for stage in stages for paper in (stage.document or "").split(", ") if paper]
    bill = bill_of(answer, number, title, documents=tuple(dict.fromkeys(papers)))
    yield bill
    sponsor = _sponsor(page)
    for stage in stages:
        is_submission = stage.kind == "submission"
        step = structs.replace(stage, actor=sponsor) if is_submission else stage
        yield BillStage(bill=bill.key, position=POSITIONS[stage.kind], stage=step)


def _rows(page: BeautifulSoup) -> Iterator[Cells]:
    """The cells of the innermost rows, of which the layout tables around them have none."""
    for row in page.find_all("tr"):
        if not row.find("tr"):
            yield [_text(cell) for cell in row.find_all(["td", "th"])]


def _text(cell: Tag) -> str:
    return re.sub(r"\s+", " ", cell.get_text(" ")).replace(" ,", ",").strip()


def _heading(answer: Answer, rows: list[Cells]) -> tuple[str, str]:
    """The number and the title, of the row that begins `1.`, `Nr: 898/Lp14`."""
    asked = parse_qs(urlsplit(answer.url).query).get("restricttocategory", [""])[0]
    found = [row for row in rows if any(cell.startswith("Nr:") for cell in row)]
    if not found:
        raise PageError(answer, "Nr:", "missing")
    number = next(cell for cell in found[0] if cell.startswith("Nr:")).removeprefix("Nr:").strip()
    if number != asked:
        raise PageError(answer, "Nr:", f"{number!r} where {asked!r} was asked for")
    return number, found[0][-1]


def _is_decision(rows: list[Cells]) -> bool:
    return any({"Iesniegts", RESULT} <= set(row) for row in rows)


def _header(answer: Answer, rows: list[Cells]) -> tuple[int, Cells]:
    for place, row in enumerate(rows):
        if "Iesniegts" in row:
            return place, row
    raise PageError(answer, "Iesniegts", "missing")


def _bill_stages(answer: Answer, rows: list[Cells]) -> Iterator[Stage]:
    """A bill's steps are columns; the rows under them begin with their names."""
    place, header = _header(answer, rows)
    under = {row[0]: row for row in rows[place + 1 :] if row and len(row) == len(header)}
    if missing := [name for name in (DATE, RESULT, PAPERS) if name not in under]:
        raise PageError(answer, missing[0], "missing")
    for column, label in enumerate(header):
        if label:
            yield from _stage(answer, label, *(under[name][column] for name in (DATE, RESULT, PAPERS)))


def _decision(answer: Answer, rows: list[Cells]) -> Iterator[Stage]:
    """A decision has one row: submitted, sitting, papers, result."""
    place, header = _header(answer, rows)
    if place + 1 == len(rows) or len(rows[place + 1]) != len(header):
        raise PageError(answer, "Iesniegts", "no row under it")
    cells = dict(zip(header, rows[place + 1], strict=True))
    if missing := [name for name in ("Iesniegts", "Saeimas sēde", PAPERS, RESULT) if name not in cells]:
        raise PageError(answer, missing[0], "missing")
    yield from _stage(answer, "Iesniegts", cells["Iesniegts"], "", "")
    yield from _stage(answer, "Saeimas sēde", cells["Saeimas sēde"], cells[RESULT], cells[PAPERS])


def _stage(answer: Answer, label: str, date: str, result: str, papers: str) -> Iterator[Stage]:
    """The step of a column, unless it was not taken yet."""
    kind = COLUMNS.get(re.sub(r"^(\d)\. ?", r"\1. ", label))
    if kind is None:
        raise PageError(answer, "column", f"unknown step {label!r}")
    if date:
        yield Stage(
            kind=kind,
            label=label,
            date=day_of(answer, label, date),
            decision=result or None,
            document=papers or None,
        )


def _sponsor(page: BeautifulSoup) -> str | None:
    """Who submitted it, family name first, as the text after `Iesniedzēji:` has it; not every card does."""
    label = page.find(string=re.compile(SPONSOR))
    texts = (_text(element).partition(SPONSOR)[2].strip() for element in label.parents) if label else ()
    return next(filter(None, texts), None)
