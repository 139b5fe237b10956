"""What the pages of votes should look like, which were built without one: classes within their content."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup

from scrapers.shapes import Names, Shape


def _names(within: str) -> Names:
    """Reads the classes of the elements that a selector finds and of all within, as in `div.senator`."""

    def names(body: bytes) -> Iterator[str]:
        page = BeautifulSoup(body, "lxml", from_encoding="utf-8")
        for part in page.select(f"{within}, :is({within}) *"):
            for word in part.get("class") or [""]:
                yield f"{part.name} {word}".strip()

    return names


DAY = Shape(
    names=_names("div.meeting-title, div.view-element__date, div.table-content"),
    known=frozenset(
        {"div", "div meeting-title", "div view-element__date", "div table-content", "div row", "p", "i", "a"}
    ),
    required=frozenset({"div meeting-title", "div view-element__date", "div table-content", "div row"}),
)
ROLL = Shape(
    names=_names("h4.podtytul, div.ogolne-wyniki, div.glosy-senatorow, div.senator"),
    known=frozenset(
        {
            "h4 podtytul",
            "div ogolne-wyniki",
            "span",
            "div glosy-senatorow",
            "div senator",
            "div",
            "div dane",
            "div glos",
        }
    ),
    required=frozenset({"div ogolne-wyniki", "span", "div senator"}),
)
SENATORS = Shape(
    names=_names("a[href*='senator,']"), known=frozenset({"a", "img"}), required=frozenset({"a"})
)
CLUBS = Shape(
    names=_names("div.klub-nazwa, div.lista-czlonkow"),
    known=frozenset({"div klub-nazwa", "h2", "a", "div lista-czlonkow", "div"}),
    required=frozenset({"div klub-nazwa", "h2", "div lista-czlonkow", "a"}),
)
