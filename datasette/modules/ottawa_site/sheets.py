"""A chart as a file that stands alone: its title above it, below it its source and where it is from."""

from __future__ import annotations

import textwrap
from functools import cache

import fontpkg
import resvg_py
from markupsafe import Markup
from ottawa_site.shapes import FAINT, INK, JOIN, LINE, PAPER, Chart, moved, rect, svg, tag, text

WIDTH, MARGIN = 1200, 48

ARTICLE, SHARED = 675, 630
"""The heights of a picture for an article, and of the one that is shown where a page is shared."""

LARGEST = 2.6
"""How much larger than on a page a chart may get."""

WEIGHTS = (400, 600, 700)


def sheet(chart: Chart, source: str, address: str, height: int = ARTICLE) -> Markup:
    """The chart as large as there is room for, with a title, a source and the address of its page."""
    above, below = _lines(chart.title, 62, 3), _lines(f"Source: {source}", 115, 2)
    top, bottom = 60 + 40 * len(above), 80 + 26 * len(below)
    room = height - top - bottom
    scale = min((WIDTH - 2 * MARGIN) / chart.width, room / chart.height, LARGEST)
    drawn = moved(chart.body, MARGIN, top + (room - chart.height * scale) / 3, scale)
    titles = [text(line, MARGIN, 70 + 40 * n, size=34, weight=700) for n, line in enumerate(above)]
    lines = [
        text(line, MARGIN, height - bottom + 38 + 26 * n, size=19, tone=FAINT) for n, line in enumerate(below)
    ]
    body = JOIN((rect(0, 0, WIDTH, height, fill=PAPER), *titles, drawn, *lines, _from(address, height)))
    return svg(chart, body, (WIDTH, height), xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=height)


def _from(address: str, height: int) -> Markup:
    """The last line: what this is from, and where it can be checked."""
    rule = tag("path", d=f"M{MARGIN} {height - 50}H{WIDTH - MARGIN}", stroke=LINE)
    name = text("Leaving Ottawa", MARGIN, height - 20, size=19, weight=600, tone=INK)
    shown = textwrap.shorten(address.partition("://")[2], 90, placeholder="…")
    return rule + name + text(shown, WIDTH - MARGIN, height - 20, size=19, tone=FAINT, anchor="end")


def _lines(words: str, letters: int, most: int) -> list[str]:
    """Words in so many lines at most; what does not fit is left out, and that is shown."""
    return textwrap.wrap(words, letters, max_lines=most, placeholder=" …")


def png(picture: str) -> bytes:
    """The picture drawn with our own letters, so that it is the same on every machine."""
    return resvg_py.svg_to_bytes(svg_string=picture, font_files=_letters(), skip_system_fonts=True)


@cache
def _letters() -> list[str]:
    return [str(fontpkg.path("Fira Sans", weight=weight)) for weight in WEIGHTS]
