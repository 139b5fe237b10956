"""Tables of participants: what their headers promise, and what each printed row says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from db.records import Participant, TreatyActionKind
from db.states import UnknownStateError, state_called
from scrapers.pages import Answer, PageError
from scrapers.treaties.cells import PRINTED, Cell, Deed, deed_of, named

Role = Literal["name", "signature", "provisional", "joining"]

WAYS: dict[str, tuple[Role, TreatyActionKind]] = {
    "signature": ("signature", "signature"),
    "succession to signature": ("signature", "signature"),
    "provisional application": ("provisional", "provisional application"),
    "ratification": ("joining", "ratification"),
    "acceptance": ("joining", "acceptance"),
    "approval": ("joining", "approval"),
    "accession": ("joining", "accession"),
    "succession": ("joining", "succession"),
    "formal confirmation": ("joining", "formal confirmation"),
    "consent to be bound": ("joining", "consent to be bound"),
}
"""The words of headers: the role of the column, and what a day under it is."""

WORD = re.compile(r"(?P<word>[^()]+?)\s*(?:\((?P<letter>[A-Za-z]{1,2})\))?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and what a day with each letter under it is; without a letter, `""`."""

    role: Role
    header: str
    ways: dict[str, TreatyActionKind]


def read_table(
    answer: Answer, headers: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[Participant, ...]:
    """The participants in a table of the UN Treaty Collection.

    Raises:
        PageError: A header, a name, a day or a letter is not known, or a row has not one cell a column.
    """
    columns = _columns(answer, headers)
    participants = tuple(_participant(answer, columns, row) for row in rows)
    expect_each_once(answer, participants)
    return participants


def expect_each_once(answer: Answer, participants: Sequence[Participant]) -> None:
    """Make sure that a table has rows, and no state twice.

    Raises:
        PageError: It has none, or has one.
    """
    if not participants:
        raise PageError(answer, "table of participants", "no row")
    state, times = Counter(participant.state for participant in participants).most_common(1)[0]
    if times > 1:
        names = [participant.name for participant in participants if participant.state == state]
        raise PageError(answer, "table of participants", f"{state} stands in it as {' and '.join(names)}")


def state_of(answer: Answer, name: str) -> str:
    """The key of the state that is printed under this name.

    Raises:
        PageError: The name is not known.
    """
    try:
        return state_called(name)
    except UnknownStateError as error:
        raise PageError(answer, f"participant {name!r}", str(error)) from error


def _columns(answer: Answer, headers: Sequence[str]) -> list[Column]:
    if not headers or headers[0].lower() != "participant":
        raise PageError(answer, "headers", f"{list(headers)!r} where 'Participant' was to be the first")
    columns = [Column("name", headers[0], {}), *(_column(answer, header) for header in headers[1:])]
    roles = [column.role for column in columns]
    if "joining" not in roles or len(set(roles)) < len(roles):
        raise PageError(answer, "headers", f"{list(headers)!r} is not one column each for what can be done")
    return columns


def _column(answer: Answer, header: str) -> Column:
    ways: dict[str, TreatyActionKind] = {}
    roles: set[Role] = set()
    for part in header.split(","):
        found = WORD.fullmatch(part.strip())
        known = found and WAYS.get(" ".join(found["word"].lower().split()))
        if not (found and known):
            raise PageError(answer, "header", f"{part.strip()!r} is not known, in {header!r}")
        roles.add(known[0])
        ways[found["letter"] or ""] = known[1]
    if len(roles) != 1:
        raise PageError(answer, "header", f"{header!r} is of several kinds")
    return Column(roles.pop(), header, ways)


def _participant(answer: Answer, columns: Sequence[Column], row: Sequence[Cell]) -> Participant:
    if len(row) != len(columns):
        texts = [cell.text for cell in row]
        raise PageError(answer, "row", f"{texts!r} has not one cell for each of {len(columns)} columns")
    name = named(row[0])
    deeds = {column.role: deed for column, deed in _deeds(answer, columns[1:], row[1:], name.bare)}
    joining = deeds.get("joining")
    return Participant(
        name=name.bare,
        state=state_of(answer, name.bare),
        signature=_date(deeds.get("signature")),
        provisional=_date(deeds.get("provisional")),
        action=None if joining is None else _way(columns, joining),
        letter=None if joining is None else joining.letter or None,
        date=_date(joining),
        is_bracketed=name.is_bracketed or any(deed.is_bracketed for deed in deeds.values()),
        footnotes=", ".join(mark for cell in (name, *row[1:]) for mark in cell.footnotes) or None,
    )


def _deeds(
    answer: Answer, columns: Sequence[Column], cells: Sequence[Cell], name: str
) -> Iterator[tuple[Column, Deed]]:
    for column, cell in zip(columns, cells, strict=True):
        element = f"{column.header!r} of {name}"
        deed = deed_of(answer, element, cell, PRINTED)
        if deed is None:
            continue
        if deed.letter not in column.ways:
            raise PageError(answer, element, f"the letter {deed.letter!r} is not in the header")
        yield column, deed


def _way(columns: Sequence[Column], deed: Deed) -> TreatyActionKind:
    return next(column.ways[deed.letter] for column in columns if column.role == "joining")


def _date(deed: Deed | None) -> dt.date | None:
    return None if deed is None else deed.date
