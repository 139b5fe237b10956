"""What every picture is made of: colours, letters and elements of SVG.

Every shape carries a colour of its own, so that a downloaded picture stands alone; on the site the style
sheet puts its colours, light or dark, over them. No option is told by colour only: marks differ in shape, and
parts of a bar in their pattern.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH = 400
"""Units across a column of a chart: its letters are still read where a telephone shows it smaller."""

GAP = 32
"""Units between two columns."""

INK, FAINT, LINE, PAPER = "#1d2433", "#5b6474", "#d9d7d0", "#ffffff"

FONTS = "'Fira Sans', system-ui, Helvetica, Arial, sans-serif"

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

JOIN = Markup("").join


class Chart(NamedTuple):
    """A picture, what it is called, and what it shows in words for those who do not see it."""

    name: str
    title: str
    description: str
    height: float
    body: Markup
    width: float = WIDTH


def across(columns: int) -> float:
    """The width of so many columns."""
    return columns * WIDTH + (columns - 1) * GAP


def inline(chart: Chart) -> Markup:
    """The picture within a page, which has its title and its source beside it."""
    return svg(chart, chart.body, (chart.width, chart.height), class_="chart")


def svg(chart: Chart, body: Markup, size: tuple[float, float], **more: object) -> Markup:
    """A whole picture of this size, with what a chart is called and shows."""
    words = (
        tag("title", chart.title, id=f"{chart.name}-title"),
        tag("desc", chart.description, id=f"{chart.name}-desc"),
    )
    labelled = {"role": "img", "aria_labelledby": f"{chart.name}-title {chart.name}-desc"}
    box = f"0 0 {short(size[0])} {short(size[1])}"
    return tag("svg", *words, body, viewBox=box, font_family=FONTS, **labelled, **more)


def rect(x: float, y: float, width: float, height: float, **more: object) -> Markup:
    """A box."""
    return tag("rect", x=short(x), y=short(y), width=short(width), height=short(height), **more)


def text(
    words: str, x: float, y: float, *, size: float = 13, weight: int = 400, tone: str = INK, **more: object
) -> Markup:
    """A line of letters on this base line."""
    anchor = more.pop("anchor", None)
    usual = {"class_": {FAINT: "faint", INK: "ink"}.get(tone), "text_anchor": anchor}
    font = {"font_size": size, "font_weight": None if weight == 400 else weight, "fill": tone}  # noqa: PLR2004  the usual weight
    return tag("text", words, x=short(x), y=short(y), **{**usual, **font, **more})


def bold(words: str, x: float, y: float) -> Markup:
    """A line that names what follows."""
    return text(words, x, y, weight=600)


def right(words: str, x: float, y: float) -> Markup:
    """A faint line that ends here."""
    return text(words, x, y, size=12.5, tone=FAINT, anchor="end")


def moved(body: Markup, x: float, y: float, scale: float = 1) -> Markup:
    """A piece of a picture in another place, and larger or smaller."""
    size = "" if scale == 1 else f" scale({scale:.4f})"
    return tag("g", body, transform=f"translate({short(x)} {short(y)}){size}")


def tag(name: str, *children: object, **attributes: object) -> Markup:
    """An element. Whatever is no markup yet is escaped, without the letters that XML has no place for."""
    # Put together as text: a chart has hundreds of elements, and Markup.format takes 20 us for each piece.
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(_content(each) for each in children)
    return Markup(f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>")  # noqa: S704  names are ours, the rest is escaped


def _content(child: object) -> Markup:
    if isinstance(child, Markup):
        return child
    return escape("".join(letter for letter in str(child) if letter.isprintable()))


def short(number: float) -> str:
    """A number with two places at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def long_day(day: str) -> str:
    """An ISO date as people write it."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"
