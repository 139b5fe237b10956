"""Pictures drawn on the server: data in, SVG out.

Every shape carries a colour of its own, so that a downloaded picture stands alone; on the site the style
sheet puts its colours, light or dark, over them. No option is told by colour only: marks differ in shape, and
parts of a bar in their pattern.
"""

from __future__ import annotations

import datetime as dt
import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from datasette.hookspecs import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape

WIDTH = 400
"""Units across every chart: its letters are still read where a telephone shows it smaller."""

INK, FAINT, LINE = "#1d2433", "#5b6474", "#d9d7d0"

COLOURS = {
    "yes": "#2f6fab",
    "no": "#c4561b",
    "abstain": "#8a63b8",
    "choice": "#2b8a7e",
    "present_not_voting": "#8b8468",
    **dict.fromkeys(("absent", "absent_excused", "not_recorded", "secret", "unstated"), "#6b7280"),
}
"""Of each option, in light. Blue, orange and violet stay apart for all kinds of colour-blindness."""

WORDS = {
    "yes": "yes",
    "no": "no",
    "abstain": "abstained",
    "choice": "voted for a candidate",
    "present_not_voting": "present, not voting",
    "absent": "absent",
    "absent_excused": "absent with leave",
    "not_recorded": "not recorded",
    "secret": "secret",
    "unstated": "not stated",
}

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

JOIN = Markup("").join
FULL = {"abstain", "choice"}
PITCH, A_ROW = 11, 36


class Chart(NamedTuple):
    """A picture, what it is called, and what it shows in words for those who do not see it."""

    name: str
    title: str
    description: str
    height: float
    body: Markup


def inline(chart: Chart) -> Markup:
    """The picture within a page, which has its title and its source beside it."""
    return _svg(chart, chart.body, chart.height, class_="chart")


def standalone(chart: Chart, source: str) -> Markup:
    """The picture as a file for an article, with its title above it and its source below."""
    above = textwrap.wrap(chart.title, 44)
    below = textwrap.wrap(f"Source: {source}", 66)
    top, bottom = 20 * len(above) + 16, 14 * len(below) + 22
    height = top + chart.height + bottom
    body = JOIN(
        (
            _rect(-16, 0, WIDTH + 32, height, class_="paper", fill="#ffffff"),
            *(_text(line, 0, 22 + 20 * n, size=16, weight=700) for n, line in enumerate(above)),
            _tag("g", chart.body, transform=f"translate(0 {top})"),
            *(
                _text(line, 0, top + chart.height + 20 + 14 * n, size=10.5, tone=FAINT)
                for n, line in enumerate(below)
            ),
        )
    )
    return _svg(chart, body, height, left=16, xmlns="http://www.w3.org/2000/svg", width=1200)


def bar(parts: Iterable[tuple[str, int]], whole: int | None = None) -> Markup:
    """A thin bar without words of its own, which stand beside it. Of a larger whole the rest stays empty."""
    shown = [(option, number) for option, number in parts if number]
    unit = 100 / max(whole or 0, sum(number for _, number in shown), 1)
    rects, x = [], 0.0
    for option, number in shown:
        rects.append(_rect(x, 0, number * unit, 8, class_=option, fill=COLOURS[option]))
        x += number * unit
    frame = {"class_": "bar", "viewBox": "0 0 100 8", "preserveAspectRatio": "none", "aria_hidden": "true"}
    return _tag("svg", *rects, **frame)


def seat_chart(factions: Sequence[Mapping[str, Any]], title: str) -> Chart:
    """One mark a member, by faction, shaped and coloured by the ballot. Nobody's real seat is known to us."""
    options = [option for option in MARKS if any(row.get(option) for row in factions)]
    pieces, y = [_legend(options)], 20.0 * math.ceil(len(options) / 3) + 16
    for row in factions:
        ballots = [option for option in MARKS for _ in range(row.get(option) or 0)]
        pieces += [_bold(f"{row['faction'] or 'No faction'}  {len(ballots)}", y)]
        pieces += [_marks(option, ballots, y + 12) for option in MARKS if option in ballots]
        y += 12 + PITCH * math.ceil(len(ballots) / A_ROW) + 16
    said = "; ".join(f"{row['faction'] or 'no faction'}: {_in_words(row)}" for row in factions)
    return Chart("seats", title, f"Ballots by faction. {said}.", y - 12, JOIN(pieces))


def tally_chart(tally: Mapping[str, int | None], seats: int, title: str) -> Chart:
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


def finals_chart(votes: Sequence[Mapping[str, Any]]) -> Chart:
    """Votes of several chambers as bars below each other, each across all seats of its chamber."""
    tallies = [_parts(declared(vote), vote["seats"]) for vote in votes]
    shown = [option for option in WORDS if any(option == name for parts in tallies for name, _ in parts)]
    pieces = [
        _patterns("finals"),
        *(_key("finals", option, WORDS[option], n, 2) for n, option in enumerate(shown)),
    ]
    y, said = 22.0 * math.ceil(len(shown) / 2) + 14, []
    for vote, parts in zip(votes, tallies, strict=True):
        words = ", ".join(f"{number} {WORDS[option]}" for option, number in parts)
        pieces += [_bold(_place(vote), y + 10), _right(_long(vote["date"]), y + 10)]
        pieces += [_wide_bar("finals", parts, y + 17, 18), _text(words, 0, y + 50, size=12.5, tone=FAINT)]
        said.append(f"{_place(vote)}, {_long(vote['date'])}: {words}.")
        y += 66
    title = "How the chambers voted, as shares of all seats"
    return Chart("finals", title, " ".join(said), y - 8, JOIN(pieces))


def parts(row: Mapping[str, Any], options: Iterable[str]) -> list[tuple[str, int]]:
    """The figures of a row for these options."""
    return [(option, row[option] or 0) for option in options]


def declared(vote: Mapping[str, Any]) -> dict[str, int | None]:
    """The tally that the source of a vote declares, by option."""
    return {option: vote[f"declared_{option}"] for option in WORDS if f"declared_{option}" in vote}


def _place(row: Mapping[str, Any]) -> str:
    """The state, and the treaty where it is not the one that all of them left."""
    if row.get("treaty") in {None, "apmbc"}:
        return str(row["country_name"])
    return f"{row['country_name']}, {row['treaty_name'].lower().removesuffix(' convention')}"


def _bold(words: str, y: float) -> Markup:
    return _text(words, 0, y, weight=600)


def _right(words: str, y: float) -> Markup:
    return _text(words, WIDTH, y, size=12.5, tone=FAINT, anchor="end")


STEPS = ("announced", "voted", "signed", "deposited", "left")


def journeys_chart(journeys: Sequence[Mapping[str, Any]]) -> Chart:
    """The ways of several states out of a treaty on one line of time, each step with its number."""
    title = "The way of each state out of the treaty"
    days = [dt.date.fromisoformat(each[step]) for each in journeys for step in STEPS if each[step]]
    if not days:
        return Chart("journeys", title, "No step is known.", 20, _text("No step is known.", 0, 14))
    first, last = min(days).replace(day=1), max(days) + dt.timedelta(days=31)
    scale = (WIDTH - 24) / (last - first).days
    pieces, y = _step_keys(), 44.0
    for each in journeys:
        pieces += [_bold(_place(each), y), _right(each["status"] or "status not known", y)]
        pieces.append(
            _tag("path", class_="rule", d=f"M0 {_short(y + 20)}H{WIDTH}", stroke=LINE, stroke_width=2)
        )
        pieces += _steps(each, first, scale, y + 20)
        y += 56
    pieces.append(_axis(first, last, scale, y - 10))
    said = " ".join(f"{_place(each)}: {_steps_in_words(each)}; {each['status']}." for each in journeys)
    return Chart("journeys", title, said, y + 14, JOIN(pieces))


def _steps(each: Mapping[str, Any], first: dt.date, scale: float, y: float) -> list[Markup]:
    """The marks of one state. Those that lie too close move to the right, and a line leads to their day."""
    found, free = [], 0.0
    for number, step in enumerate(STEPS, 1):
        if each[step]:
            day = 12 + (dt.date.fromisoformat(each[step]) - first).days * scale
            x = max(day, free)
            lead = f"M{_short(day)} {_short(y - 7)}V{_short(y)}H{_short(x)}"
            found.append(_tag("path", class_="rule strong", d=lead, fill="none", stroke=FAINT))
            found.append(_step_mark(number, x, y))
            free = x + 19
    return found


def _step_mark(number: int, x: float, y: float) -> Markup:
    if number == len(STEPS):
        shape = _rect(x - 8.5, y - 8.5, 17, 17, class_="step last", fill=COLOURS["no"])
    else:
        shape = _tag("circle", class_="step", cx=_short(x), cy=_short(y), r=8.5, fill=COLOURS["yes"])
    return shape + _text(
        str(number), x, y + 4, size=11.5, weight=700, anchor="middle", tone="#ffffff", class_="on-step"
    )


def _step_keys() -> list[Markup]:
    pieces, x = [], 9.0
    for number, step in enumerate(STEPS, 1):
        pieces += [_step_mark(number, x, 10), _text(step, x + 12, 14.5, size=12.5)]
        x += 7.2 * len(step) + 29
    return pieces


def _steps_in_words(each: Mapping[str, Any]) -> str:
    return ", ".join(f"{step} {_long(each[step])}" for step in STEPS if each[step]) or "no step known"


def _axis(first: dt.date, last: dt.date, scale: float, y: float) -> Markup:
    """The quarters of the years below the lines of all states."""
    quarters = [
        dt.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in (1, 7)
        if first <= dt.date(year, month, 1) <= last
    ]
    places = [(f"{day:%b %Y}", 12 + (day - first).days * scale) for day in quarters]
    named = JOIN(_text(name, max(x, 28), y + 16, tone=FAINT, anchor="middle") for name, x in places)
    ticks = "".join(f"M{_short(x)} {_short(y)}v4" for _, x in places)
    return _tag("path", class_="rule strong", d=ticks, stroke=FAINT) + named


def _parts(tally: Mapping[str, int | None], seats: int) -> list[tuple[str, int]]:
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
        return _rect(*place, class_="hollow", fill=pattern, stroke=COLOURS[option])
    block = _rect(*place, class_=option, fill=COLOURS[option])
    return block + _rect(*place, fill=pattern) if option in PATTERNS else block


def _rect(x: float, y: float, width: float, height: float, **more: object) -> Markup:
    return _tag("rect", x=_short(x), y=_short(y), width=_short(width), height=_short(height), **more)


PATTERNS = {
    "no": "M-2 2L2-2M0 8L8 0M6 10L10 6",
    "abstain": "M2 2h.1M6 6h.1",
    "present_not_voting": "M0 2H8M0 6H8",
    "absent": "",
    "absent_excused": "M4 4h.1",
    "unstated": "M-2 2L2-2M0 8L8 0M6 10L10 6",
}
HOLLOW = ("absent", "absent_excused", "unstated")


def _patterns(name: str) -> Markup:
    """What lies over the colours, so that a bar is read in grey as well."""
    return _tag("defs", *(_pattern(f"{name}-{option}", option, lines) for option, lines in PATTERNS.items()))


def _pattern(key: str, option: str, lines: str) -> Markup:
    tone = COLOURS[option] if option in HOLLOW else "#ffffff"
    over = "stroke" if option in HOLLOW else "over"
    drawn = _tag("path", class_=over, d=lines, stroke=tone, stroke_width=1.6, stroke_linecap="round")
    return _tag("pattern", drawn, id=key, width=8, height=8, patternUnits="userSpaceOnUse")


def _key(name: str, option: str, words: str, n: int, y: float) -> Markup:
    """One entry of the key below a bar, two on a line."""
    x, line = (n % 2) * WIDTH / 2, y + 22 * (n // 2)
    return _block(name, option, x + 0.5, line + 0.5, 15, 13) + _text(words, x + 23, line + 12, size=13)


def _legend(options: list[str]) -> Markup:
    """What the marks mean, three on a line."""
    pieces = []
    for n, option in enumerate(options):
        x, y = (n % 3) * WIDTH / 3 + 4, 10 + 20 * (n // 3)
        pieces += [
            _mark(option, f"M{_short(x + 4)} {y}{MARKS[option]}"),
            _text(WORDS[option], x + 11, y + 4, size=12.5),
        ]
    return JOIN(pieces)


def _marks(option: str, ballots: list[str], y: float) -> Markup:
    """All marks of one option in one faction as one path, which is a tenth of as many elements."""
    places = [n for n, ballot in enumerate(ballots) if ballot == option]
    path = "".join(
        f"M{n % A_ROW * PITCH + 9} {_short(y + n // A_ROW * PITCH)}{MARKS[option]}" for n in places
    )
    return _mark(option, path)


def _mark(option: str, path: str) -> Markup:
    width = 8 if option == "yes" else 2.4 if option == "no" else 1.6
    fill = COLOURS[option] if option in FULL else "none"
    full = "mark full" if option in FULL else "mark"
    drawing = {"d": path, "fill": fill, "stroke": COLOURS[option], "stroke_width": width}
    return _tag("path", class_=f"{full} {option}", stroke_linecap="round", stroke_linejoin="round", **drawing)


def _in_words(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{row[option]} {WORDS[option]}" for option in MARKS if row.get(option)) or "none"


def _text(
    words: str, x: float, y: float, *, size: float = 13, weight: int = 400, tone: str = INK, **more: object
) -> Markup:
    anchor = more.pop("anchor", None)
    usual = {"class_": {FAINT: "faint", INK: "ink"}.get(tone), "text_anchor": anchor}
    font = {"font_size": size, "font_weight": None if weight == 400 else weight, "fill": tone}  # noqa: PLR2004  the usual weight
    return _tag("text", escape(words), x=_short(x), y=_short(y), **{**usual, **font, **more})


def _svg(chart: Chart, body: Markup, height: float, left: int = 0, **more: object) -> Markup:
    words = (
        _tag("title", chart.title, id=f"{chart.name}-title"),
        _tag("desc", chart.description, id=f"{chart.name}-desc"),
    )
    box = f"{-left} 0 {WIDTH + 2 * left} {_short(height)}"
    labelled = {"role": "img", "aria_labelledby": f"{chart.name}-title {chart.name}-desc"}
    return _tag(
        "svg",
        *words,
        body,
        viewBox=box,
        font_family="system-ui, Helvetica, Arial, sans-serif",
        **labelled,
        **more,
    )


def _tag(name: str, *children: object, **attributes: object) -> Markup:
    """An element. Whatever is no markup yet is escaped."""
    # Put together as text: a chart has hundreds of elements, and Markup.format takes 20 us for each piece.
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(escape(each) for each in children)
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704  names are ours, the rest is escaped


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _long(day: str) -> str:
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Let the templates draw."""
    env.filters.update({"inline": inline, "standalone": standalone, "parts": parts})
    charts = (bar, declared, seat_chart, tally_chart, finals_chart, journeys_chart)
    env.globals.update({chart.__name__: chart for chart in charts})
