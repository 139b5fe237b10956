"""Walking the Riigikogu's interface, and the public site for votes that it does not give."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

from msgspec import UNSET
from scrapy import Request
from twisted.python.failure import Failure

from scrapers.pages import Answer, Page, read_json
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.drafts import found_drafts
from scrapers.parliaments.estonia.groups import list_factions
from scrapers.parliaments.estonia.members import list_members
from scrapers.parliaments.estonia.names import (
    API,
    FIRST_DAYS,
    FORERUNNER,
    TALLINN,
    TERM,
    TRACKED_BILL,
    VOTES_ON_WEB,
    vote_page,
)
from scrapers.parliaments.estonia.sessions import list_sessions
from scrapers.parliaments.estonia.sittings import sitting_start
from scrapers.parliaments.estonia.votes import list_sittings
from scrapers.parliaments.estonia.webvotes import list_web_votes
from scrapers.parliaments.estonia.wire import Draft, Session
from scrapers.spiders import Problem, SourceSpider

PATIENCE = 90
"""Seconds to wait for the verbatim records of a month, which are several megabytes."""

PERIOD = re.compile(r".*/votings\?startDate=([\d-]+)&endDate=([\d-]+)")


class RiigikoguSpider(SourceSpider):
    """Asks for a whole term, for named bills, or for the bills on leaving the Ottawa Convention."""

    name = "estonia"
    descriptor = PARLIAMENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  whatever Scrapy passes on
        """Make a spider that knows which day it is: sessions are announced before they begin."""
        super().__init__(*args, **kwargs)
        self.today = dt.datetime.now(TALLINN).date()

    def begin(self) -> Iterator[Request]:
        """The factions and members, and what the selection asks for.

        Raises:
            ValueError: The selection names a term or a bill in a form that we do not know.
        """
        term = int(self.selection.term or TERM)
        if term not in FIRST_DAYS:
            raise ValueError(f"no term {term} of the Riigikogu, only {min(FIRST_DAYS)} to {max(FIRST_DAYS)}")
        searches = [search(term, number) for number in self.selection.bills]
        yield Request(f"{API}/usergroups")
        yield Request(f"{API}/plenary-members")
        yield Request(f"{API}/plenary-members?status=ALL&membership={term}")
        yield from searches
        if self.selection.term:
            yield Request(f"{API}/sessions")
        elif not self.selection.bills:
            yield _draft(TRACKED_BILL)
            yield search(*FORERUNNER)

    def follow(self, page: Page, answer: Answer) -> Iterable[Request]:
        """From sessions to votes and bills, from both to debates, from lists to what they name."""
        ways = {
            "sessions": self._periods,
            "votings": self._follow_votings,
            "web-votes": self._follow_web_votes,
            "draft": self._follow_draft,
            "draft-search": _found,
            "groups": _factions,
            "members": self._former_members,
        }
        return ways[page.name](answer) if page.name in ways else ()

    def failed(self, failure: Failure) -> Iterator[Problem | Request]:
        """Say what went wrong and, if it was about votes, ask the public site instead."""
        yield from super().failed(failure)
        address = fallback(failure.request.url)  # type: ignore[attr-defined]  # Scrapy's failures carry it
        if address is not None:
            yield Request(address, callback=self.parse, errback=self.failed)

    def _periods(self, answer: Answer) -> Iterator[Request]:
        """The votes of each session of the selected term that has begun and not ended too long ago."""
        since = self.selection.since or dt.date.min
        for session in list_sessions(answer):
            is_wanted = str(session.membership) == self.selection.term
            if is_wanted and session.start_date <= self.today and session.end_date >= since:
                yield _votings(session, since)

    def _follow_votings(self, answer: Answer) -> Iterator[Request]:
        if not self.selection.term:
            return
        for sitting in list_sittings(answer):
            day = sitting_start(answer, "title", sitting.title).date()
            if self._is_recent(day):
                yield from (_vote(voting.uuid) for voting in sitting.votings)
                drafts = (voting.related_draft for voting in sitting.votings)
                yield from (_draft(uuid) for uuid in dict.fromkeys(draft.uuid for draft in drafts if draft))
                yield from self._debates(day)

    def _follow_web_votes(self, answer: Answer) -> Iterator[Request]:
        if self.selection.term:
            for title, rows in list_web_votes(answer):
                day = sitting_start(answer, "h3", title).date()
                if self._is_recent(day):
                    yield from (Request(vote_page(uuid)) for uuid in rows)
                    yield from self._debates(day)

    def _follow_draft(self, answer: Answer) -> Iterator[Request]:
        for reading in read_json(answer, Draft).readings:
            for event in reading.proceeding_events:
                day = event.date.date()
                if event.votings is not UNSET and self._is_recent(day):
                    yield from (_vote(voting.uuid) for voting in event.votings)
                    yield from self._debates(day)

    def _debates(self, day: dt.date) -> Iterator[Request]:
        """The verbatim records of the month of a sitting, unless it is still to come.

        A month has one address, whichever bill or vote leads there, and with a sitting it is not empty.
        """
        if day <= self.today:
            start = day.replace(day=1)
            end = day.replace(day=monthrange(day.year, day.month)[1])
            address = f"{API}/steno/verbatims?startDate={start}&endDate={end}"
            yield Request(address, meta={"download_timeout": PATIENCE})

    def _former_members(self, answer: Answer) -> Iterator[Request]:
        """Those of a whole term who have left: the list may have forgotten their factions."""
        if self.selection.term:
            for member in list_members(answer):
                if not member.active and not member.factions:
                    yield Request(f"{API}/plenary-members/{member.uuid}")

    def _is_recent(self, day: dt.date) -> bool:
        return self.selection.since is None or day >= self.selection.since


def search(term: int, number: str) -> Request:
    """A search for a bill by its number, with or without its type: `642`, `642 SE`.

    Raises:
        ValueError: It is not the number of a bill.
    """
    mark = re.fullmatch(r"(\d+)( [A-Z]{2})?", number)
    if mark is None:
        raise ValueError(f"{number!r} is not the number of a bill, such as '642 SE'")
    return Request(f"{API}/volumes/drafts?mark={mark[1]}&membership={term}")


def fallback(url: str) -> str | None:
    """The public page of what the interface would have given at this address, where there is one."""
    if url.startswith(f"{API}/votings/"):
        return vote_page(url.rpartition("/")[2])
    period = PERIOD.fullmatch(url)
    if period is None:
        return None
    start, end = (dt.date.fromisoformat(day).strftime("%d.%m.%Y") for day in period.groups())
    return f"{VOTES_ON_WEB}/?{urlencode({'startFrom': start, 'endTo': end, 'startDate': start})}"


def _found(answer: Answer) -> Iterator[Request]:
    yield from (_draft(draft.uuid) for draft in found_drafts(answer))


def _factions(answer: Answer) -> Iterator[Request]:
    for faction in list_factions(answer):
        if faction.active:
            yield Request(f"{API}/usergroups/{faction.uuid}")


def _votings(session: Session, since: dt.date) -> Request:
    """The votes of a session, and of the day after: its last sitting may run past midnight."""
    start = max(session.start_date, since)
    end = session.end_date + dt.timedelta(days=1)
    return Request(f"{API}/votings?startDate={start}&endDate={end}")


def _vote(uuid: str) -> Request:
    return Request(f"{API}/votings/{uuid}")


def _draft(uuid: str) -> Request:
    return Request(f"{API}/volumes/drafts/{uuid}")
