"""Votes on the public site: the second official address of ballots, should the interface die.

The same label means two things there: *Ei hääletanud* counts the absent on the list of votes, and only
those present on the page of one vote. *Otsus* is the present stage of the bill on both, and is not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bs4 import Tag

from db.records import Ballot, Expectation, Option, Sitting, Tally, TallyReport, Vote
from scrapers.pages import Answer, PageError
from scrapers.parliaments.estonia.event import vote_of
from scrapers.parliaments.estonia.html import attribute, one, read_main, words
from scrapers.parliaments.estonia.names import TALLINN, UUID, known, vote_key
from scrapers.parliaments.estonia.questions import CHECK, rule_for
from scrapers.parliaments.estonia.sittings import sitting_of
from scrapers.parliaments.estonia.tallies import Figures, check_ballots, open_vote, presence_check

IS_OPEN = "Hääletamine oli avalik"
"""The only words on how a vote was taken that were seen: the page of a secret vote is not known."""

OPTIONS: dict[str, Option] = {
    "Poolt": "yes",
    "Vastu": "no",
    "Erapooletu": "abstain",
    "Ei hääletanud": "present_not_voting",
    "Puudub": "absent",
}
CELLS = 3
"""Member, ballot, faction."""

COLUMNS = ("Aeg", "Kohal", "Puudu", "Hääletused", "Sisu", "Eelnõu", "Otsus")
TABS = ("Poolt", "Vastu", "Erapooletu", "Ei hääletanud", "Kohal", "Puudub")

SECOND_TAB = 'id="poolt"'
"""Where the second tab begins. It and those after it repeat the ballots of the first."""

_TITLE = re.compile(r"Hääletustulemused (\d\d)\.(\d\d)\.(\d{4}) / (\d\d):(\d\d)")
_FIGURE = re.compile(r"(\D+?)\s*[-:]\s*(\d+)")
_BILL = re.compile(r"(\d+) +(.+)")
_UUID = re.compile(UUID)


def read_web_vote(answer: Answer) -> Iterator[Sitting | Vote]:
    """The sitting of an open vote, and the vote with its ballots.

    The time lacks seconds. The pages of secret votes and presence checks are not known, and are refused.

    Raises:
        PageError: Something is missing or unknown, the totals do not add up, or the vote was not open.
    """
    main = read_main(answer, until=SECOND_TAB)
    facts = _facts(answer, main)
    question = _word(answer, facts, "Sisu")
    bill, tally = _bill(answer, facts), _tally(answer, main)
    ballots = tuple(_ballots(answer, main))
    check_ballots(answer, "#koik", ballots, tally)
    sitting = sitting_of(answer, "h2.second", words(one(answer, main, "h2.second")))
    yield sitting
    yield vote_of(
        answer.url.partition("?")[0].rstrip("/").rpartition("/")[2],
        sitting,
        title=bill[1] if bill else question,
        question=question,
        rule=rule_for(question, bill[1] if bill else None),
        bill=bill,
        time=_time(answer, main),
        declared=tally,
        ballots=ballots,
        is_second=True,
    )


def read_web_list(answer: Answer) -> Iterator[Sitting | Expectation | TallyReport]:
    """The sittings of a period, how many votes each had, that each has a transcript, and the tallies.

    Raises:
        PageError: There is no sitting, or something is missing or contradicts itself.
    """
    for title, rows in list_web_votes(answer):
        sitting = sitting_of(answer, "h3", title)
        yield sitting
        yield Expectation(subject=sitting.key, what="votes", expected=len(rows))
        yield Expectation(subject=sitting.key, what="transcripts", expected=1)
        for uuid, row in rows.items():
            tally = _row_tally(answer, row)
            yield TallyReport(vote=vote_key(uuid), place="list of votes on the site", tally=tally)


def list_web_votes(answer: Answer) -> list[tuple[str, dict[str, Tag]]]:
    """The sittings of a list by their titles, each with its rows by the identifier of the vote.

    The picker of days has a table too, and a quick link leads to a vote of another day: both are left out.

    Raises:
        PageError: There is no sitting, or a row without a vote, or a vote in two rows.
    """
    tables = read_main(answer).select("table.table-striped")
    if not tables:
        raise PageError(answer, "table.table-striped", "no sitting in the period")
    return [(_heading(answer, table), _rows(answer, table)) for table in tables]


def _heading(answer: Answer, table: Tag) -> str:
    heading = table.find_previous("h3")
    if not isinstance(heading, Tag):
        raise PageError(answer, "h3", "missing before a table of votes")
    return words(heading)


def _rows(answer: Answer, table: Tag) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for row in one(answer, table, "tbody").find_all("tr", recursive=False):
        uuid = _uuid_in(answer, _what(answer, row))
        if found.setdefault(uuid, row) is not row:
            raise PageError(answer, "tbody tr", f"the vote {uuid} is in two rows")
    return found


def _what(answer: Answer, row: Tag) -> Tag:
    """The link to the vote, whose text is what was voted on."""
    cells = row.find_all("td", recursive=False)
    if len(cells) != len(COLUMNS):
        raise PageError(answer, "tbody tr", f"{len(cells)} cells in {words(row)!r}")
    return one(answer, cells[COLUMNS.index("Sisu")], "a")


def _row_tally(answer: Answer, row: Tag) -> Tally:
    bars = row.find_all("span", class_="bar")
    figures = dict(_figure(answer, "span.bar", attribute(answer, bar, "title")) for bar in bars)
    seen = Figures(
        present=_stated(answer, "span.bar", figures, "Kohal"),
        absent=_stated(answer, "span.bar", figures, "Puudub"),
        yes=figures.get("Poolt"),
        no=figures.get("Vastu"),
        abstain=figures.get("Erapooletu"),
        not_voting=figures.get("Ei hääletanud"),
    )
    question = words(_what(answer, row))
    return presence_check(seen) if question == CHECK else open_vote(answer, "span.bar", seen)


def _facts(answer: Answer, main: Tag) -> dict[str, str]:
    """The labelled lines on top: chair, bill, content, decision. The last holds how the vote was taken."""
    block = one(answer, main, ".content-block p")
    facts: dict[str, str] = {}
    for label in block.select("strong"):
        after: list[str] = []
        for node in label.next_siblings:
            if isinstance(node, Tag) and node.name == "strong":
                break
            after.append(words(node) if isinstance(node, Tag) else str(node))
        facts[words(label).rstrip(":")] = " ".join(" ".join(after).split())
    if not words(block).endswith(IS_OPEN):
        raise PageError(answer, ".content-block p", f"not an open vote: {words(block)!r}")
    return facts


def _word(answer: Answer, facts: dict[str, str], label: str) -> str:
    if not facts.get(label):
        raise PageError(answer, ".content-block p", f"no {label!r}")
    return facts[label]


def _bill(answer: Answer, facts: dict[str, str]) -> tuple[int, str] | None:
    """The number and title of the bill; a vote on the agenda has none."""
    if not facts.get("Eelnõu"):
        return None
    found = _BILL.fullmatch(facts["Eelnõu"])
    if found is None:
        raise PageError(answer, "Eelnõu", f"no number before {facts['Eelnõu']!r}")
    return int(found[1]), found[2]


def _time(answer: Answer, main: Tag) -> dt.datetime:
    """When the vote began in Tallinn, to the minute."""
    title = words(one(answer, main, "h1"))
    found = _TITLE.fullmatch(title)
    if found is None:
        raise PageError(answer, "h1", f"no day and time in {title!r}")
    day, month, year, hour, minute = map(int, found.groups())
    try:
        return dt.datetime(year, month, day, hour, minute, tzinfo=TALLINN)
    except ValueError as error:
        raise PageError(answer, "h1", f"{error} in {title!r}") from error


def _tally(answer: Answer, main: Tag) -> Tally:
    """The totals on the tabs, where those who did not vote are only those present."""
    tabs = one(answer, main, 'a[href="#koik"]').find_parent("ul")
    links = tabs.find_all("a") if tabs else []
    found = dict(_figure(answer, "tab", words(link)) for link in links if words(link) != "Kõik")
    yes, no, abstain, sat_out, present, absent = (_stated(answer, "tab", found, label) for label in TABS)
    if present != yes + no + abstain + sat_out:
        problem = f"{present} were present, but {yes} + {no} + {abstain} + {sat_out} voted or did not"
        raise PageError(answer, "tab Kohal", problem)
    return Tally(yes=yes, no=no, abstain=abstain, present_not_voting=sat_out, absent=absent)


def _ballots(answer: Answer, main: Tag) -> Iterator[Ballot]:
    """The rows of the tab with all members; the other tabs repeat them."""
    for row in one(answer, main, "#koik tbody").find_all("tr", recursive=False):
        cells = row.find_all("td", recursive=False)
        if len(cells) != CELLS:
            raise PageError(answer, "#koik tr", f"{len(cells)} cells in {words(row)!r}")
        yield _ballot(answer, *cells)


def _ballot(answer: Answer, member: Tag, bars: Tag, faction: Tag) -> Ballot:
    given_name, blank, family_name = words(member).rpartition(" ")
    if not blank:
        raise PageError(answer, "#koik td", f"not a full name: {words(member)!r}")
    labels = {words(bar) for bar in bars.find_all("span")}
    if len(labels) != 1:
        raise PageError(answer, "span.bar", f"{sorted(labels)} is not one word, for {words(member)}")
    (label,) = labels
    return Ballot(
        identifier=_uuid_in(answer, one(answer, member, "a")),
        family_name=family_name,
        given_name=given_name,
        faction=words(faction) or None,
        option=known(answer, "span.bar", OPTIONS, label),
        label=label,
    )


def _stated(answer: Answer, element: str, figures: dict[str, int], label: str) -> int:
    if label not in figures:
        raise PageError(answer, element, f"no figure for {label!r}")
    return figures[label]


def _figure(answer: Answer, element: str, text: str) -> tuple[str, int]:
    """A label and its number: `Poolt: 15`, `Kohal - 84`."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        raise PageError(answer, element, f"no figure in {text!r}")
    return found[1], int(found[2])


def _uuid_in(answer: Answer, link: Tag) -> str:
    """The identifier in the address of a link."""
    address = attribute(answer, link, "href")
    found = _UUID.search(address)
    if found is None:
        raise PageError(answer, "a[href]", f"no identifier in {address!r}")
    return found[0]
