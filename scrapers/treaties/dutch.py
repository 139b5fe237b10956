"""The Dutch treaty database: a fallback with columns for the deposit and the effect of withdrawals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from db.records import Participant, TreatyActionKind, TreatyPage
from scrapers.pages import Answer, PageError
from scrapers.treaties.cells import HYPHENED, Cell, deed_of, named
from scrapers.treaties.followed import FOLLOWED, Followed
from scrapers.treaties.following import actions_of
from scrapers.treaties.status_page import grid_of, soup_of, table_headed
from scrapers.treaties.tables import expect_each_once, state_of

PLACE = "nl-database"

LETTERS: dict[str, TreatyActionKind] = {
    "R": "ratification",
    "A": "accession",
    "Su": "succession",
    # "Not known": that the state joined is certain, how is not.
    "NK": "joining",
}

COLUMNS = {
    "party": "party",
    "signature": "signature",
    "provisional application": "provisional",
    "ratification": "ratification",
    "type": "type",
    "entry into force": "effect",
    "renunciation": "renunciation",
    "termination": "termination",
}
"""The headers. Which of them a table has depends on what is in it."""

REQUIRED = {"party", "ratification", "effect"}

PART_OF = ("-", "\u2013")
"""How the name of a part of the party above begins; it is no party of its own."""


def read_parties(answer: Answer) -> Iterator[TreatyPage]:
    """The parties, and the actions that follow from their rows.

    Raises:
        PageError: It is another page, or a header, a name, a letter or a day is not known.
    """
    treaty = _treaty(answer)
    table = table_headed(soup_of(answer), "Party")
    if table is None:
        raise PageError(answer, "table", "none whose first header is 'Party'")
    headers, rows = grid_of(answer, table)
    columns = _columns(answer, headers)
    participants = tuple(
        _participant(answer, columns, row) for row in rows if not row[0].text.startswith(PART_OF)
    )
    expect_each_once(answer, participants)
    actions = tuple(act for one in participants for act in actions_of(treaty.key, PLACE, one))
    yield TreatyPage(treaty=treaty.key, place=PLACE, participants=participants, actions=actions)


def _treaty(answer: Answer) -> Followed:
    for treaty in FOLLOWED:
        if treaty.dutch and f"/{treaty.dutch}_p" in answer.url:
            return treaty
    raise PageError(answer, "address", "names none of the treaties that are followed")


def _columns(answer: Answer, headers: Sequence[str]) -> list[str]:
    found = [COLUMNS.get(header.partition("(")[0].strip().lower()) for header in headers]
    if None in found or not set(found) >= REQUIRED or len(set(found)) < len(found):
        raise PageError(answer, "headers", f"{list(headers)!r} are not the columns that are known")
    return [name for name in found if name is not None]


def _participant(answer: Answer, columns: Sequence[str], row: Sequence[Cell]) -> Participant:
    if len(row) != len(columns):
        texts = [cell.text for cell in row]
        raise PageError(answer, "row", f"{texts!r} has not one cell for each of {len(columns)} columns")
    cells = dict(zip(columns, row, strict=True))
    name = named(cells.pop("party"))
    letter = cells.pop("type", Cell("")).text
    deeds = {
        column: deed
        for column, cell in cells.items()
        if (deed := deed_of(answer, f"{column} of {name.bare}", cell, HYPHENED))
    }
    dates = {column: deed.date for column, deed in deeds.items()}
    joined = deeds.get("ratification")
    return Participant(
        name=name.bare,
        state=state_of(answer, name.bare),
        signature=dates.get("signature"),
        provisional=dates.get("provisional"),
        action=None if joined is None else _way(answer, name.bare, letter or joined.letter),
        letter=None if joined is None else letter or joined.letter or None,
        date=dates.get("ratification"),
        effect=dates.get("effect"),
        renunciation=dates.get("renunciation"),
        termination=_termination(answer, name.bare, dates),
        is_bracketed=name.is_bracketed or any(deed.is_bracketed for deed in deeds.values()),
        footnotes=", ".join(name.footnotes) or None,
    )


def _way(answer: Answer, name: str, letter: str) -> TreatyActionKind:
    if letter not in LETTERS:
        raise PageError(answer, f"ratification of {name}", f"the letter {letter!r} is not known")
    return LETTERS[letter]


def _termination(answer: Answer, name: str, dates: dict[str, dt.date]) -> dt.date | None:
    start, end = dates.get("renunciation"), dates.get("termination")
    if start is not None and end is not None and end < start:
        raise PageError(answer, f"termination for {name}", f"{end}, before the renunciation of {start}")
    return end
