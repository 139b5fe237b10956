"""The calendar and the agendas on titania, from which only the addresses of votes and sittings are read.

What an agenda says of a vote has no moment by which to find the vote, so it is not stored: the open data has
it with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.keys import guids_in
from scrapers.parliaments.latvia.reading import calls_in, script_of

ARGUMENTS = 34
"""How many arguments the call for an item has since 2026; only then do their places mean anything."""

STATE, SITTING, ITEM, VOTE_TYPE = 13, 15, 21, 28
"""The places of the sitting's state and identifier, of the item's, and of the kind of vote.

The sitting's identifier stands in the archived form only; the kind of vote is empty where there was none.
"""

RUNNING = "5"
"""The state of a sitting that runs."""

_UNID = re.compile(r"[0-9A-Fa-f]{32}")
_STATIC = re.compile(r"\./0/([0-9A-Fa-f]{32})\?OpenDocument", re.IGNORECASE)
_LIVE = re.compile(r"\./Voting\?ReadForm&(?:amp;)?parentID=([0-9a-f-]{36})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """A sitting of the calendar: its year, and its identifier unless it is the one that runs."""

    year: int
    guid: str | None


def parse_sittings(answer: Answer) -> Iterator[Any]:
    """Nothing to store; but the page must be whole.

    Raises:
        PageError: It is not.
    """
    if is_calendar(answer):
        calendar_of(answer)
    else:
        votes_of(answer)
    return iter(())


def is_calendar(answer: Answer) -> bool:
    """Whether the calendar was asked for, and not an agenda."""
    return dict(parse_qsl(urlsplit(answer.url).query)).get("calendar") == "1"


def calendar_of(answer: Answer) -> list[Entry]:
    """The sittings of a term, each once: one that is continued is listed under every of its days.

    Raises:
        PageError: There are none, or one has no year, or neither an identifier nor the mark of running.
    """
    entries = [_entry(answer, arguments) for arguments in calls_in(script_of(answer), "dCC")]
    if not entries:
        raise PageError(answer, "dCC", "not called: an empty calendar, or another page")
    return list({entry.guid: entry for entry in reversed(entries)}.values())[::-1]


def votes_of(answer: Answer) -> list[str]:
    """The addresses of the votes of an agenda, below the database, by all layouts that there have been.

    Raises:
        PageError: The page has neither an item nor the address of a vote.
    """
    script = script_of(answer)
    items = calls_in(script, r"drawDKP_\w+")
    linked = [arguments[1] for arguments in calls_in(script, "addVotesLink") if len(arguments) > 1]
    if strange := [unid for unid in linked if not _UNID.fullmatch(unid)]:
        raise PageError(answer, "addVotesLink", f"{strange[0]!r} is no address of a vote")
    unids = [*linked, *_STATIC.findall(script)]
    live = [*_LIVE.findall(script), *(_running(items) if not unids else ())]
    if not (items or unids or live):
        raise PageError(answer, "drawDKP", "not called: an empty agenda, or another page")
    static = [f"0/{unid.upper()}?OpenDocument" for unid in unids]
    running = [f"Voting?ReadForm&parentID={guid.lower()}" for guid in live]
    return list(dict.fromkeys([*static, *running]))


def _running(items: list[list[str]]) -> Iterator[str]:
    """The items of a running sitting that were voted on; their pages expire as soon as it runs no more."""
    for arguments in items:
        if len(arguments) == ARGUMENTS and arguments[STATE] == RUNNING and not arguments[SITTING]:
            yield from guids_in(arguments[ITEM]) if arguments[VOTE_TYPE] else ()


def _entry(answer: Answer, arguments: list[str]) -> Entry:
    years = [argument for argument in arguments if _YEAR.fullmatch(argument)]
    guids = guids_in(" ".join(arguments))
    if len(years) != 1 or not (guids or "active=1" in arguments[-1]):
        raise PageError(answer, "dCC", f"{arguments!r} is not a sitting")
    return Entry(int(years[0]), guids[0] if guids else None)
