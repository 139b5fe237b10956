"""A vote on titania: the list of ballots in a script, the tally, the moment and the motive.

Only members registered at that moment are listed. Who held a mandate the page does not say, so nobody is
called absent, and how many were is not known. The open data has the same vote a day later, with its sitting,
under the same key: then this page is the second witness, which confirms or contradicts it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from lxml.etree import _Element as Element

from db.records import BallotsStatus, Choice, Method, Option, Tally, Vote
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.ballots import Row, ballots_of, is_registration, row_of
from scrapers.parliaments.latvia.keys import guid_of, term_key, titania_term
from scrapers.parliaments.latvia.questions import OPTIONS, REGISTRATION
from scrapers.parliaments.latvia.reading import (
    decoded,
    moment_of,
    read_html,
    script_of,
    strings_in,
    words_of,
)
from scrapers.parliaments.latvia.taken import Taken, vote_of

BY_NAME, BY_RESULT, CANDIDATES = "voteFullListByNames", "voteFullListByResult", "voteShortListByNames"

HEADINGS: dict[str, Option] = {
    "PAR": "yes",
    "PRET": "no",
    "ATTURAS": "abstain",
    "NEBALSO": "present_not_voting",
}
"""The headings of the list by result, in whatever order, and what the ballots under them are."""

EMPTY = ([""], ["1."])
"""How a list without members is written, but for the separators."""

_SEPARATOR = re.compile("[\u00a4\u00ff\ufffd]")
_HEADING = re.compile(r"<b>(\w+): *(\d+)</b>")
_TALLY = re.compile(r"par (\d+), pret (\d+), atturas (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballotless:
    """Why a page lists no members: the method, the status, and the candidates if there were any."""

    method: Method = "electronic"
    status: BallotsStatus = "published"
    choices: tuple[Choice, ...] = ()


def parse_vote(answer: Answer) -> Iterator[Vote]:
    """The vote, unless the page is of a registration of those present, which is none.

    Raises:
        PageError: Something is missing or unknown, the two lists differ, or the tally does not add up; or the
            page of a running sitting is asked for too late.
    """
    script = script_of(answer)
    rows = read_rows(answer, script)
    if not is_registration(rows):
        yield _vote(answer, script, rows)


def read_rows(answer: Answer, script: str) -> list[Row]:
    """The members by name, with given and family names told apart by the other list.

    Raises:
        PageError: A list is missing, or the two differ.
    """
    by_name = _members(answer, script, BY_NAME)
    by_result = _members(answer, script, BY_RESULT)
    named = {name for name, _, _ in by_result}
    rows = [row_of(*_split(answer, name, named), faction, label) for name, faction, label in by_name]
    found = Counter((f"{row.given_name} {row.family_name}", row.faction, row.label) for row in rows)
    if found != Counter(by_result):
        raise PageError(answer, BY_RESULT, "not the ballots of the list by names")
    return rows


def _vote(answer: Answer, script: str, rows: list[Row]) -> Vote:
    page = read_html(answer, script)
    declared = _tally(answer, page, is_needed=bool(rows))
    why = Ballotless() if rows else _why_empty(answer, script, declared)
    taken = Taken(
        term=term_key(answer, titania_term(answer)),
        time=moment_of(answer, "Datums:", _field(answer, page, "Datums:")),
        motive=_field(answer, page, "Balsošanas motīvs:"),
        declared=declared,
        item=_item(answer),
        method=why.method,
        status=why.status,
        choices=why.choices,
        ballots=ballots_of(answer, rows, declared) if rows else (),
        is_second=True,
    )
    return vote_of(answer, taken)


def _list(answer: Answer, script: str, name: str) -> list[str]:
    found = re.search(rf"var {name}\s*=\s*\[(.*?)\]\s*;", script, re.DOTALL)
    if found is None:
        raise PageError(answer, name, "missing")
    return strings_in(found[1])


def _is_empty(lines: list[str]) -> bool:
    return [_SEPARATOR.sub("", line) for line in lines] in EMPTY


def _cells(answer: Answer, name: str, line: str, width: int) -> list[str]:
    cells = [decoded(answer, name, cell) for cell in _SEPARATOR.split(line)]
    if len(cells) != width:
        raise PageError(answer, name, f"{len(cells)} fields in {line!r} where there are {width}")
    return cells


def _members(answer: Answer, script: str, name: str) -> list[tuple[str, str, str]]:
    """The lines of a list; of the list by result, the headings are counted and left out."""
    lines = _list(answer, script, name)
    if _is_empty(lines):
        return []
    found: list[tuple[str, str, str]] = []
    announced: Counter[str] = Counter()
    for _, member, faction, label in (_cells(answer, name, line, 4) for line in lines):
        if heading := _HEADING.fullmatch(member):
            announced[heading[1]] += int(heading[2])
        else:
            found.append((member, faction, label))
    if not any(label in REGISTRATION for _, _, label in found):
        _check_headings(answer, announced, [label for _, _, label in found])
    return found


def _check_headings(answer: Answer, announced: Counter[str], labels: list[str]) -> None:
    if strange := announced.keys() - HEADINGS.keys():
        raise PageError(answer, BY_RESULT, f"unknown heading {min(strange)!r}")
    counted = Counter(OPTIONS.get(label) for label in labels)
    if differing := [word for word, number in announced.items() if counted[HEADINGS[word]] != number]:
        raise PageError(answer, BY_RESULT, f"{differing[0]}: {announced[differing[0]]} is not what is listed")


def _split(answer: Answer, name: str, named: set[str]) -> tuple[str, str]:
    """Given and family name of a member: the list by names has the family name first, the other one last."""
    words = name.split()
    splits = [(" ".join(words[place:]), " ".join(words[:place])) for place in range(1, len(words))]
    fitting = [split for split in splits if " ".join(split) in named]
    if len(fitting) != 1:
        raise PageError(answer, BY_NAME, f"{name!r} is not one member of the list by result")
    return fitting[0]


def _why_empty(answer: Answer, script: str, declared: Tally) -> Ballotless:
    """Why nobody is listed: the vote was secret, or its ballots are not published yet.

    Raises:
        PageError: The page of a running sitting is empty altogether, as it is for every vote once it runs no
            more; or a candidate has no number of votes.
    """
    lines = _list(answer, script, CANDIDATES)
    if _is_empty(lines) and not _is_live(answer):
        return Ballotless(method="secret", status="secret")
    if _is_empty(lines) and declared != Tally():
        return Ballotless(status="not_published")
    if _is_empty(lines):
        raise PageError(answer, BY_NAME, "empty: expired, the sitting no longer runs")
    rows = [_cells(answer, CANDIDATES, line, 4) for line in lines]
    if strange := [votes for *_, votes, _ in rows if not votes.isdecimal()]:
        raise PageError(answer, CANDIDATES, f"{strange[0]!r} is not a number of votes")
    choices = (Choice(number=place, label=row[1], votes=int(row[2])) for place, row in enumerate(rows, 1))
    return Ballotless(method="secret", status="secret", choices=tuple(choices))


def _is_live(answer: Answer) -> bool:
    return urlsplit(answer.url).path.lower().endswith("/voting")


def _item(answer: Answer) -> tuple[str, ...]:
    """The item of the agenda, which only the address on a running sitting names."""
    if not _is_live(answer):
        return ()
    query = {name.lower(): value for name, value in parse_qsl(urlsplit(answer.url).query)}
    return (guid_of(answer, "parentID", query.get("parentid", "")),)


def _field(answer: Answer, page: Element, label: str) -> str:
    """The bold text after a label."""
    for element in page.iter("div", "span"):
        if label in (element.text or ""):
            bold = element.find("b") if element.find("b") is not None else element.getnext()
            if bold is not None and words_of(bold):
                return words_of(bold)
    raise PageError(answer, label, "missing")


def _tally(answer: Answer, page: Element, *, is_needed: bool) -> Tally:
    row = page.find(".//*[@id='totalResultRow']")
    found = _TALLY.search(words_of(row)) if row is not None else None
    if found is None and is_needed:
        raise PageError(answer, "totalResultRow", "no tally")
    if found is None:
        return Tally()
    yes, no, abstain = map(int, found.groups())
    return Tally(yes=yes, no=no, abstain=abstain)
