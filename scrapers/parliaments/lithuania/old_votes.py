"""A vote on the old site: one page with all there is, down to each member's cross in a column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from db.records import Ballot, Expectation, Option, Sitting, Tally, Vote
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.lithuania.ballots import NO_BALLOT, check_ballots, faction_label, no_ballot
from scrapers.parliaments.lithuania.html import (
    Heading,
    heading_of,
    moment,
    parameter,
    read_html,
    words_of,
)
from scrapers.parliaments.lithuania.keys import CHAMBER, asked, key_of, without_number
from scrapers.parliaments.lithuania.questions import Item, numbers_in, only_bill, title_of
from scrapers.parliaments.lithuania.words import is_final, meaning_of_yes, outcome_of, stage_kind

COLUMNS: dict[str, Option] = {"Už": "yes", "Prieš": "no", "Susil.": "abstain"}
"""The columns of crosses, and what a cross in them comes to."""
HEADINGS = ["Seimo narys(-ė)", "Frakcija", *COLUMNS]

_WORDS = {
    "Formuluotė": re.compile(r"Formuluotė: (?P<question>.*?) Balsavimo laikas:"),
    "Balsavimo laikas": re.compile(r"Balsavimo laikas: (?P<clock>[\d:]+)"),
    "Balsavo Seimo narių": re.compile(
        r"(?P<word>Balsavo|Užsiregistravo) Seimo narių: (?P<cast>\d+) iš (?P<seated>\d+)"
    ),
    "Balsavimo rezultatai": re.compile(
        r"Balsavimo rezultatai: už - (?P<yes>\d+), prieš - (?P<no>\d+), susilaikė - (?P<abstain>\d+)"
        r"(, (?P<outcome>[^.]+))?\."
    ),
}
"""What the page says in words, by the label that it stands under."""


def parse_old_vote(answer: Answer) -> Iterator[Sitting | Vote | Expectation]:
    """The sitting, the vote with its ballots, and how many ballots there should be.

    Raises:
        PageError: Something is missing or unknown, or the vote does not agree with itself.
    """
    page = read_html(answer, "Balsavimo rezultatai")
    heading = heading_of(answer, page)
    said = _said(answer, page)
    ballots = _ballots(answer, page, heading)
    check_ballots(answer, ballots, _tally(said), int(said["cast"]) if said["word"] == "Balsavo" else None)
    vote = _vote(answer, heading, _items(answer, page), said, ballots)
    yield sitting_of(heading)
    yield vote
    yield Expectation(subject=vote.key, what="ballots", expected=int(said["seated"]))


def sitting_of(heading: Heading) -> Sitting:
    """The sitting that a page's heading names."""
    return Sitting(
        key=heading.sitting,
        chamber=CHAMBER,
        term=heading.term,
        number=heading.number,
        title=heading.kind,
        dates=(heading.day,),
    )


def split_name(name: str) -> tuple[str, str]:
    """The family name and the given name of "Family Given", in which either may be of two words.

    A second family name is known by its ending, which no given name has.
    """
    family, *rest = name.split()
    while len(rest) > 1 and rest[0].endswith("ienė"):
        family = f"{family} {rest.pop(0)}"
    return family, " ".join(rest)


def _said(answer: Answer, page: BeautifulSoup) -> dict[str, str]:
    words, said = words_of(page), {}
    for label, pattern in _WORDS.items():
        found = pattern.search(words)
        if found is None:
            raise PageError(answer, label, "missing, or in another form")
        said.update(found.groupdict(""))
    return said


def _tally(said: dict[str, str]) -> Tally:
    return Tally(yes=int(said["yes"]), no=int(said["no"]), abstain=int(said["abstain"]))


def _items(answer: Answer, page: BeautifulSoup) -> list[Item]:
    """What the vote was on: one or several bills, or one bill at several stages."""
    links = page.find_all("a", href=re.compile(r"klaus_stadija\?p_svarst_kl_stad_id="))
    items = [
        Item(
            question=parameter(str(link["href"]), "p_svarst_kl_stad_id") or "",
            title=words_of(link),
            stage=stage_after(link.find_parent("b")),
        )
        for link in links
    ]
    if not items:
        raise PageError(answer, "Darbotvarkės klausimai", "links to no question")
    for item in items:
        stage_kind(answer, item.stage)
    return items


def stage_after(title: Tag | None) -> str:
    """The stage that stands after a title: "; pateikimas"."""
    follows = title.next_sibling if title else None
    return str(follows).strip().removeprefix(";").strip() if isinstance(follows, NavigableString) else ""


def _vote(
    answer: Answer,
    heading: Heading,
    items: list[Item],
    said: dict[str, str],
    ballots: list[Ballot],
) -> Vote:
    bill, question = only_bill(items), said["question"]
    final = is_final(question, [item.stage for item in items])
    return Vote(
        key=key_of(asked(answer, "p_bals_id")),
        chamber=CHAMBER,
        term=heading.term,
        sitting=heading.sitting,
        number=None,
        date=heading.day,
        time=moment(answer, heading.day, said["clock"]),
        bill=bill.key if bill else None,
        bill_number=bill.base if bill else None,
        bill_title=next((without_number(item.title) for item in items if item.number), None)
        if bill
        else None,
        documents=tuple(number.printed for number in numbers_in(items)),
        title=title_of(items),
        question=question,
        method="electronic",
        ballots_status="published" if any(ballot.label for ballot in ballots) else "not_published",
        is_final=final,
        meaning_of_yes=meaning_of_yes(question, final=final),
        declared=_tally(said),
        outcome=outcome_of(said["outcome"]),
        outcome_label=said["outcome"] or None,
        url=answer.url,
        scheme=CHAMBER,
        ballots=tuple(ballots),
    )


def _ballots(answer: Answer, page: BeautifulSoup, heading: Heading) -> list[Ballot]:
    table = page.select_one("table.basic")
    if table is None:
        raise PageError(answer, "table.basic", "missing")
    headings, *rows = table.select("tr")
    expect(answer, "th", [words_of(cell) for cell in headings.select("th")], HEADINGS)
    return [_ballot(answer, row, heading) for row in rows]


def _ballot(answer: Answer, row: Tag, heading: Heading) -> Ballot:
    link, cells = row.select_one("a[href]"), [words_of(cell) for cell in row.select("td")]
    expect(answer, "td", len(cells), len(HEADINGS))
    identifier = parameter(str(link["href"]), "p_asm_id") if link else None
    if not (link and identifier and len(cells[0].split()) > 1):
        raise PageError(answer, "p_asm_id", f"missing for {cells[0]!r}")
    expect(answer, "p_kade_id", f"{CHAMBER}-{parameter(str(link['href']), 'p_kade_id')}", heading.term)
    label = _label(answer, cells[2:])
    family, given = split_name(cells[0])
    if not label:
        return no_ballot(identifier, family, given, faction_label(cells[1]))
    return Ballot(
        identifier=identifier,
        family_name=family,
        given_name=given,
        faction=faction_label(cells[1]),
        option=COLUMNS[label],
        label=label,
    )


def _label(answer: Answer, crosses: list[str]) -> str:
    """The column with the cross; none is no ballot."""
    marks = dict(zip(COLUMNS, crosses, strict=True))
    found = [label for label, mark in marks.items() if mark]
    if len(found) > 1 or any(marks[label] != "+" for label in found):
        raise PageError(answer, "td", f"unknown marks {crosses!r}")
    return found[0] if found else NO_BALLOT
