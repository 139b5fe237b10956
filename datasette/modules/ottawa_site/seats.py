"""Ballots by faction, one mark for each member."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from ottawa_site.shapes import COLOURS, GAP, JOIN, WIDTH, WORDS, Chart, across, bold, moved, short, tag, text

MARKS = {
    "yes": "m-4 0h0",
    "no": "m-7.2-3.2l6.4 6.4m0-6.4l-6.4 6.4",
    "abstain": "m-7.6 3h7.2l-3.6-6.2z",
    "choice": "m-7-3h6v6h-6z",
    "present_not_voting": "m-8 0l4-4l4 4l-4 4z",
    "absent": "m-7.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0",
    "absent_excused": "m-7.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0m1.6 0h3.2",
    "not_recorded": "m-7 0h6",
    "secret": "m-7-3h6v6h-6z",
}
"""The mark of one member, drawn from a point four units to its right."""

FULL = {"abstain", "choice"}
PITCH, A_ROW = 11, 36

Faction = Mapping[str, Any]


def seat_chart(factions: Sequence[Faction], title: str, columns: int = 1) -> Chart:
    """One mark a member, by faction, shaped and coloured by the ballot. Nobody's real seat is known to us."""
    options = [option for option in MARKS if any(row.get(option) for row in factions)]
    top = 20.0 * math.ceil(len(options) / (3 * columns)) + 16
    pieces, height = [_legend(options, columns)], top
    for n, column in enumerate(_in_columns(factions, columns)):
        y = top
        for row in column:
            pieces.append(moved(_faction(row), n * (WIDTH + GAP), y))
            y += _height(row)
        height = max(height, y)
    said = "; ".join(f"{row['faction'] or 'no faction'}: {_in_words(row)}" for row in factions)
    described = f"Ballots by faction. {said}."
    return Chart("seats", title, described, height - 12, JOIN(pieces), across(columns))


def _in_columns(factions: Sequence[Faction], columns: int) -> Iterator[list[Faction]]:
    """The factions in their order, in columns that are about as long as each other."""
    whole = sum(map(_height, factions))
    column: list[Faction] = []
    ends, done = 1, 0.0
    for row in factions:
        if column and done + _height(row) / 2 > ends * whole / columns:
            yield column
            column, ends = [], ends + 1
        column.append(row)
        done += _height(row)
    yield column


def _height(row: Faction) -> float:
    return 28 + PITCH * math.ceil(sum(row.get(option) or 0 for option in MARKS) / A_ROW)


def _faction(row: Faction) -> Markup:
    ballots = [option for option in MARKS for _ in range(row.get(option) or 0)]
    named = bold(f"{row['faction'] or 'No faction'}  {len(ballots)}", 0, 0)
    return JOIN([named, *(_marks(option, ballots, 12) for option in MARKS if option in ballots)])


def _legend(options: list[str], columns: int) -> Markup:
    """What the marks mean, three on a line of each column."""
    pieces, a_line = [], 3 * columns
    for n, option in enumerate(options):
        x, y = (n % a_line) * WIDTH / 3 + 4, 10 + 20 * (n // a_line)
        pieces += [
            _mark(option, f"M{short(x + 4)} {y}{MARKS[option]}"),
            text(WORDS[option], x + 11, y + 4, size=12.5),
        ]
    return JOIN(pieces)


def _marks(option: str, ballots: list[str], y: float) -> Markup:
    """All marks of one option in one faction as one path, which is a tenth of as many elements."""
    places = [n for n, ballot in enumerate(ballots) if ballot == option]
    path = "".join(f"M{n % A_ROW * PITCH + 9} {short(y + n // A_ROW * PITCH)}{MARKS[option]}" for n in places)
    return _mark(option, path)


def _mark(option: str, path: str) -> Markup:
    width = 8 if option == "yes" else 2.4 if option == "no" else 1.6
    fill = COLOURS[option] if option in FULL else "none"
    full = "mark full" if option in FULL else "mark"
    drawing = {"d": path, "fill": fill, "stroke": COLOURS[option], "stroke_width": width}
    return tag("path", class_=f"{full} {option}", stroke_linecap="round", stroke_linejoin="round", **drawing)


def _in_words(row: Faction) -> str:
    return ", ".join(f"{row[option]} {WORDS[option]}" for option in MARKS if row.get(option)) or "none"
