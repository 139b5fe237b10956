"""The treaties that are followed, and under which names and numbers each source has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from scrapers.pages import Answer, PageError

UN = "https://treaties.un.org"
UNODA = "https://gql-api-dataportal.unoda.org/"
DUTCH = "https://treatydatabase.overheid.nl/en/Treaty/Details"

FIRST_OF_VOLUME_II = 12
"""The chapters of the UN's volumes: I to XI stand in Volume I, XII and up in Volume II."""

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One treaty, by what its sources call it."""

    key: str
    mtdsg_no: str
    title: str
    """Found in its title and in no other, or in none that comes after it in `FOLLOWED`."""
    short_names: tuple[str, ...] = ()
    """What UNODA may call it. Nobody has seen which it is, so they are tried one after another."""
    dutch: str | None = None
    """Its number in the Dutch treaty database, where that is known."""

    @property
    def status_page(self) -> str:
        """The address of its status page."""
        chapter = _number(self.mtdsg_no.partition("-")[0])
        return f"{UN}/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={self.mtdsg_no}&chapter={chapter}&clang=_en"

    @property
    def xml(self) -> str:
        """The address of the same as XML."""
        chapter = self.mtdsg_no.partition("-")[0]
        volume = "II" if _number(chapter) >= FIRST_OF_VOLUME_II else "I"
        return f"{UN}/doc/Publication/MTDSG/Volume%20{volume}/Chapter%20{chapter}/{self.mtdsg_no}.en.xml"

    @property
    def dutch_page(self) -> str | None:
        """The address of its parties in the Dutch treaty database."""
        return self.dutch and f"{DUTCH}/{self.dutch}_p.html?expand-table=partijtabel"


FOLLOWED = (
    Followed(
        key="apmbc",
        mtdsg_no="XXVI-5",
        title="anti-personnel mines",
        short_names=("mine_ban", "apmbc", "ottawa"),
        dutch="008170",
    ),
    Followed(
        key="ccm",
        mtdsg_no="XXVI-6",
        title="cluster munitions",
        short_names=("cluster_munitions", "ccm"),
    ),
    Followed(
        key="ccw-ap2",
        mtdsg_no="XXVI-2-b",
        title="booby-traps",
        short_names=("ccwc_p2a", "ccwc_apii", "ccw_ap2"),
    ),
    Followed(
        key="ccw",
        mtdsg_no="XXVI-2",
        title=r"^[\d\s.]*convention on prohibitions or restrictions on the use of certain conventional",
        short_names=("ccwc", "ccw"),
    ),
)
"""All of them. The title of a protocol names its convention too, after its own."""


def titled(answer: Answer, element: str, title: str) -> Followed:
    """The treaty of this title.

    Raises:
        PageError: The title is empty, or that of another treaty.
    """
    folded = " ".join(title.lower().split())
    if not folded:
        raise PageError(answer, element, "empty")
    for treaty in FOLLOWED:
        if re.search(treaty.title, folded):
            return treaty
    raise PageError(answer, element, f"{title!r} is none of the treaties that are followed")


def expect_title(answer: Answer, element: str, title: str, treaty: Followed) -> None:
    """Make sure that an answer is about the treaty that its address names.

    Raises:
        PageError: Its title is empty, or that of another treaty.
    """
    found = titled(answer, element, title)
    if found is not treaty:
        raise PageError(
            answer, element, f"the title of {found.mtdsg_no} where {treaty.mtdsg_no} was asked for"
        )


def numbered(answer: Answer) -> Followed:
    """The treaty whose number the address of a UN page names.

    Raises:
        PageError: It names none that is followed.
    """
    for treaty in FOLLOWED:
        if treaty.mtdsg_no.lower() in _numbers(answer.url):
            return treaty
    raise PageError(answer, "address", "names none of the treaties that are followed")


def _numbers(url: str) -> Iterator[str]:
    parts = urlsplit(url.lower())
    yield from parse_qs(parts.query).get("mtdsg_no", ())
    yield parts.path.rpartition("/")[2].partition(".")[0]


def _number(roman: str) -> int:
    values = [ROMAN[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
