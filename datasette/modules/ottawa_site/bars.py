"""Bars: the figures of one vote, and those of several chambers below each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from ottawa_site.shapes import (
    COLOURS,
    FAINT,
    GAP,
    JOIN,
    WIDTH,
    WORDS,
    Chart,
    across,
    bold,
    long_day,
    moved,
    rect,
    right,
    tag,
    text,
)

Tally = Mapping[str, int | None]

PATTERNS = {
    "no": "M-2 2L2-2M0 8L8 0M6 10L10 6",
    "abstain": "M2 2h.1M6 6h.1",
    "present_not_voting": "M0 2H8M0 6H8",
    "absent": "",
    "absent_excused": "M4 4h.1",
    "unstated": "M-2 2L2-2M0 8L8 0M6 10L10 6",
}
HOLLOW = ("absent", "absent_excused", "unstated")

A_VOTE = 66
"""The height of one vote among several."""


def bar(parts: Iterable[tuple[str, int]], whole: int | None = None) -> Markup:
    """A thin bar without words of its own, which stand beside it. Of a larger whole the rest stays empty."""
    shown = [(option, number) for option, number in parts if number]
    unit = 100 / max(whole or 0, sum(number for _, number in shown), 1)
    rects, x = [], 0.0
    for option, number in shown:
        rects.append(rect(x, 0, number * unit, 8, class_=option, fill=COLOURS[option]))
        x += number * unit
    frame = {"class_": "bar", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria_hidden": "true"}
    return tag("svg", *rects, **frame)


def tally_chart(tally: Tally, seats: int, title: str) -> Chart:
    """The figures of one vote as one bar across all seats. What is not stated is shown as not stated."""
    parts = _parts(tally, seats)
    body = _patterns("tally") + _wide_bar("tally", parts, 0, 30)
    lines = [f"{number} {WORDS[option]}" for option, number in parts]
    named = [
        _key("tally", option, line, n, 42)
        for n, ((option, _), line) in enumerate(zip(parts, lines, strict=True))
    ]
    height = 46 + 22 * math.ceil(len(parts) / 2)
    said = f"Of {seats} seats: {', '.join(lines)}."
    return Chart("tally", title, said, height, body + JOIN(named))


def finals_chart(votes: Sequence[Mapping[str, Any]], columns: int = 1) -> Chart:
    """Votes of several chambers as bars below each other, each across all seats of its chamber."""
    tallies = [_parts(declared(vote), vote["seats"]) for vote in votes]
    shown = [option for option in WORDS if any(option == name for parts in tallies for name, _ in parts)]
    pieces = [
        _patterns("finals"),
        *(_key("finals", option, WORDS[option], n, 2, a_line=2 * columns) for n, option in enumerate(shown)),
    ]
    top, said = 22 * math.ceil(len(shown) / (2 * columns)) + 14, []
    a_column = math.ceil(len(votes) / columns)
    for n, (vote, parts) in enumerate(zip(votes, tallies, strict=True)):
        words = ", ".join(f"{number} {WORDS[option]}" for option, number in parts)
        x, y = n // a_column * (WIDTH + GAP), top + n % a_column * A_VOTE
        pieces.append(moved(_vote(vote, parts, words), x, y))
        said.append(f"{place(vote)}, {long_day(vote['date'])}: {words}.")
    title = "How the chambers voted, as shares of all seats"
    height = top + a_column * A_VOTE - 8
    return Chart("finals", title, " ".join(said), height, JOIN(pieces), across(columns))


def _vote(vote: Mapping[str, Any], parts: list[tuple[str, int]], words: str) -> Markup:
    named = bold(place(vote), 0, 10) + right(long_day(vote["date"]), WIDTH, 10)
    return named + _wide_bar("finals", parts, 17, 18) + text(words, 0, 50, size=12.5, tone=FAINT)


def parts(row: Mapping[str, Any], options: Iterable[str]) -> list[tuple[str, int]]:
    """The figures of a row for these options."""
    return [(option, row[option] or 0) for option in options]


def declared(vote: Mapping[str, Any]) -> dict[str, int | None]:
    """The tally that the source of a vote declares, by option."""
    return {option: vote[f"declared_{option}"] for option in WORDS if f"declared_{option}" in vote}


def place(row: Mapping[str, Any]) -> str:
    """The state, and the treaty where it is not the one that all of them left."""
    if row.get("treaty") in {None, "apmbc"}:
        return str(row["country_name"])
    return f"{row['country_name']}, {row['treaty_name'].lower().removesuffix(' convention')}"


def _parts(tally: Tally, seats: int) -> list[tuple[str, int]]:
    """The stated figures, and the seats of which nothing is stated. A stated nought is a figure too."""
    stated = [(option, number) for option in WORDS if (number := tally.get(option)) is not None]
    rest = seats - sum(number for _, number in stated)
    return [*stated, ("unstated", rest)] if rest > 0 else stated


def _wide_bar(name: str, parts: list[tuple[str, int]], y: float, height: float) -> Markup:
    unit = WIDTH / max(sum(number for _, number in parts), 1)
    pieces, x = [], 0.0
    for option, number in parts:
        if number:
            pieces.append(_block(name, option, x, y, max(number * unit - 1, 1), height))
            x += number * unit
    return JOIN(pieces)


def _block(name: str, option: str, *place: float) -> Markup:
    """A piece of a bar: its colour, and the pattern over it."""
    pattern = f"url(#{name}-{option})"
    if option in HOLLOW:
        return rect(*place, class_="hollow", fill=pattern, stroke=COLOURS[option])
    block = rect(*place, class_=option, fill=COLOURS[option])
    return block + rect(*place, fill=pattern) if option in PATTERNS else block


def _patterns(name: str) -> Markup:
    """What lies over the colours, so that a bar is read in grey as well."""
    return tag("defs", *(_pattern(f"{name}-{option}", option, lines) for option, lines in PATTERNS.items()))


def _pattern(key: str, option: str, lines: str) -> Markup:
    tone = COLOURS[option] if option in HOLLOW else "#ffffff"
    over = "stroke" if option in HOLLOW else "over"
    drawn = tag("path", class_=over, d=lines, stroke=tone, stroke_width=1.6, stroke_linecap="round")
    return tag("pattern", drawn, id=key, width=8, height=8, patternUnits="userSpaceOnUse")


def _key(name: str, option: str, words: str, n: int, y: float, *, a_line: int = 2) -> Markup:
    """One entry of the key, two on a line of each column."""
    x, line = (n % a_line) * WIDTH / 2, y + 22 * (n // a_line)
    return _block(name, option, x + 0.5, line + 0.5, 15, 13) + text(words, x + 23, line + 12, size=13)
