"""The status page of a treaty in the UN Treaty Collection, as people see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from db.records import TreatyPage
from scrapers.pages import Answer, PageError, title_of
from scrapers.treaties.cells import Cell, cell_of
from scrapers.treaties.followed import Followed, expect_title, numbered
from scrapers.treaties.following import actions_of
from scrapers.treaties.tables import read_table

PLACE = "un-status"

LINK = re.compile(r"showDetails\.aspx\?objid=[0-9a-f]{16}\b", re.IGNORECASE)
"""Where the page leads to the list of actions of the registered treaty."""

WHOLE = 0.9
"""Which part of the stated parties a table must hold. A small difference is shown, a great one is damage."""

Grid = tuple[list[str], list[list[Cell]]]
"""The headers of a table and its rows."""


def read_status(answer: Answer) -> Iterator[TreatyPage]:
    """The participants, the actions that follow from their rows, and the page's own count.

    Raises:
        PageError: It is another page, or something on it is not as it should be.
    """
    treaty = numbered(answer)
    page = soup_of(answer)
    expect_title(answer, "title", _text(answer, page, "tcTreaty"), treaty)
    yield page_of(answer, treaty, PLACE, _text(answer, page, "rptStatus_ctl00_tcText"), _grid(answer, page))


def page_of(answer: Answer, treaty: Followed, place: str, status: str, grid: Grid) -> TreatyPage:
    """What a page with this line on the status and this table says.

    Raises:
        PageError: It states no number of parties, or its table cannot be read or holds too few of them.
    """
    participants = read_table(answer, *grid)
    parties = _figure("Parties", status)
    if parties is None:
        raise PageError(answer, "status", f"{status!r} states no number of parties")
    joined = sum(one.date is not None for one in participants)
    if joined < WHOLE * parties:
        raise PageError(answer, "table of participants", f"{joined} of {parties} parties")
    return TreatyPage(
        treaty=treaty.key,
        place=place,
        participants=participants,
        actions=tuple(act for one in participants for act in actions_of(treaty.key, place, one)),
        parties=parties,
        signatories=_figure("Signatories", status),
    )


def action_lists(answer: Answer) -> list[str]:
    """The addresses of the lists of actions to which the page leads.

    Raises:
        PageError: It is no page.
    """
    links = soup_of(answer).find_all("a", href=LINK)
    found = [match[0] for link in links if (match := LINK.search(str(link["href"])))]
    return [f"https://treaties.un.org/Pages/{path}&clang=_en" for path in dict.fromkeys(found)]


def soup_of(answer: Answer) -> BeautifulSoup:
    """The page.

    Raises:
        PageError: It is empty, cut off, or the notice that the site shows while it is worked on.
    """
    if not answer.body.strip():
        raise PageError(answer, "body", "empty")
    if b"urgent maintenance" in answer.body.lower():
        raise PageError(answer, "body", f"a notice of maintenance{title_of(answer.body)}")
    if b"</html" not in answer.body.lower():
        # A row that is cut off could have lost the letter after its day.
        raise PageError(answer, "body", f"not a whole page{title_of(answer.body)}")
    return BeautifulSoup(answer.body, "lxml")


def grid_of(answer: Answer, table: Tag) -> Grid:
    """The texts of the first row and the cells of all others.

    Raises:
        PageError: The table has no row.
    """
    lines = [line for line in table.find_all("tr") if line.find_parent("table") is table]
    cells = [[cell_of(cell) for cell in line.find_all(["th", "td"], recursive=False)] for line in lines]
    found = [row for row in cells if any(cell.text for cell in row)]
    if not found:
        raise PageError(answer, "table", "no row")
    return [cell.text for cell in found[0]], found[1:]


def table_headed(page: BeautifulSoup, first: str, tables: list[Tag] | None = None) -> Tag | None:
    """The first table whose first cell is this word."""
    for table in page.find_all("table") if tables is None else tables:
        cell = table.find(["th", "td"])
        if isinstance(cell, Tag) and " ".join(cell.get_text().split()).lower() == first.lower():
            return table
    return None


def _grid(answer: Answer, page: BeautifulSoup) -> Grid:
    # The beginning of the ids has changed once; their end has not.
    marked = [_table(element) for element in page.find_all(id=re.compile("tblgrid$"))]
    table = table_headed(page, "Participant", [found for found in marked if found]) or table_headed(
        page, "Participant"
    )
    if table is None:
        title = title_of(answer.body)
        raise PageError(answer, "tblgrid", f"no table whose first header is 'Participant'{title}")
    return grid_of(answer, table)


def _table(element: Tag) -> Tag | None:
    return element if element.name == "table" else element.find("table")


def _text(answer: Answer, page: BeautifulSoup, ending: str) -> str:
    found = page.find(id=re.compile(f"{ending}$"))
    if found is None or not found.get_text(strip=True):
        raise PageError(answer, ending, "missing or empty")
    return " ".join(found.get_text(" ").split())


def _figure(word: str, status: str) -> int | None:
    found = re.search(rf"\b{word}\s*:\s*(\d+)", status)
    return found and int(found[1])
