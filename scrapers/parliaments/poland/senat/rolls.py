"""The ballots of one vote of the Senate. What was voted on stands in the list of the day.

No such page could be recorded: what is not as the handbook has it is an error here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from db.records import Ballot, Option, Roll, Tally
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.poland.checks import known
from scrapers.parliaments.poland.names import split_printed
from scrapers.parliaments.poland.senat.addresses import CHAMBER, TERM_KEY, asked, vote_key
from scrapers.parliaments.poland.senat.html import read_html, words

ANNULLED = "Głosowanie anulowane"
FIGURES = "div.ogolne-wyniki span"
BALLOTS = "div.senator"

TOTALS = {
    "obecnych": "present",
    "głosowało": "cast",
    "za": "yes",
    "przeciw": "no",
    "wstrzymało się": "abstain",
    "nie głosowało": "present_not_voting",
}
"""The words of the totals."""

OPTIONS: dict[str, Option] = {
    "za": "yes",
    "przec.": "no",
    "przeciw": "no",
    "wstrz.": "abstain",
    "wstrzymał się": "abstain",
    "nie gł.": "present_not_voting",
    "obecnych": "present_not_voting",
    "nieob.": "absent",
    "nieobecny": "absent",
}
"""The words of ballots, in lower case. The Senate tells those absent from those who did not vote."""

CASTS = {"yes", "no", "abstain"}


def read_roll(answer: Answer) -> Iterator[Roll]:
    """The ballots of one vote. An annulled vote has none.

    Raises:
        PageError: An element or a word is not known, or the ballots do not make the totals.
    """
    page = read_html(answer)
    (identifier,) = asked(answer)
    subtitle = page.select_one("h4.podtytul")
    if subtitle and words(subtitle) == ANNULLED:
        yield _roll(identifier, is_annulled=True)
        return
    totals = _totals(answer, page)
    ballots = _ballots(answer, page.select(BALLOTS), identifier)
    _check(answer, totals, ballots)
    declared = {option: figure for option, figure in totals.items() if option not in {"present", "cast"}}
    yield _roll(identifier, Tally(**declared), ballots)


def _roll(
    identifier: str,
    declared: Tally | None = None,
    ballots: tuple[Ballot, ...] = (),
    *,
    is_annulled: bool = False,
) -> Roll:
    return Roll(
        key=vote_key(identifier),
        chamber=CHAMBER,
        scheme=TERM_KEY,
        method="electronic",
        ballots_status="published" if ballots else "not_published",
        is_annulled=is_annulled,
        declared=declared or Tally(),
        ballots=ballots,
    )


def _totals(answer: Answer, page: BeautifulSoup) -> dict[str, int]:
    found: dict[str, int] = {}
    for figure in page.select(FIGURES):
        parts = re.fullmatch(r"([^:]+):\s*(\d+)", words(figure))
        if parts is None:
            raise PageError(answer, FIGURES, f"{words(figure)!r} is no word with its figure")
        found[known(answer, FIGURES, TOTALS, parts[1].strip().lower())] = int(parts[2])
    if not found:
        raise PageError(answer, FIGURES, "no totals")
    return found


def _ballots(answer: Answer, rows: list[Tag], identifier: str) -> tuple[Ballot, ...]:
    """The ballots. A name that stands on several is nobody's: each is then of a person of this vote alone."""
    parts = [_parts(answer, row) for row in rows]
    times = Counter(name for name, _ in parts)
    seen: Counter[str] = Counter()
    found = []
    for name, label in parts:
        seen[name] += 1
        who = name if times[name] == 1 else f"{name} {seen[name]} of {times[name]} in vote {identifier}"
        found.append(_ballot(answer, who, name, label))
    return tuple(found)


def _parts(answer: Answer, row: Tag) -> tuple[str, str]:
    parts = [words(part) for part in row.find_all(recursive=False)]
    if len(parts) != 2:  # noqa: PLR2004  a name and a word
        raise PageError(answer, BALLOTS, f"{parts} is not a name and a word")
    return parts[0], parts[1]


def _ballot(answer: Answer, who: str, name: str, label: str) -> Ballot:
    names = split_printed(name)
    if names is None:
        raise PageError(answer, BALLOTS, f"{name!r} is not initials and a surname")
    return Ballot(
        identifier=who,
        family_name=names[1],
        given_name=names[0],
        faction=None,
        option=known(answer, BALLOTS, OPTIONS, label.lower()),
        label=label,
    )


def _check(answer: Answer, totals: dict[str, int], ballots: tuple[Ballot, ...]) -> None:
    """Make sure that the ballots make the totals; which totals there are differs by the kind of vote."""
    if not ballots:
        raise PageError(answer, BALLOTS, "no ballots")
    counted = Counter[str](ballot.option for ballot in ballots)
    counted["present"] = len(ballots) - counted["absent"]
    counted["cast"] = sum(counted[option] for option in CASTS)
    for name, figure in totals.items():
        expect(answer, f"{FIGURES} {name}", counted[name], figure)
