"""Walks the Eduskunta: the tracked bill and those around it, or bills or a parliamentary year by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from scrapy import Request

from scrapers.pages import Answer, Page
from scrapers.parliaments.finland import (
    MATTER,
    MATTER_VOTES,
    OLD_BALLOTS,
    OLD_VOTES,
    PARLIAMENT,
    SEARCH,
    SEARCH_SLOT,
    SPEECHES,
    VOTE,
)
from scrapers.parliaments.finland.keys import API, FIRST_YEAR, RELATED_BILLS, TERMS, TRACKED_BILLS, address
from scrapers.parliaments.finland.lists import (
    Query,
    found_votes,
    next_query,
    voters,
    votes_of_matter,
    votes_of_year,
)
from scrapers.parliaments.finland.matters import days_in_plenary
from scrapers.parliaments.finland.oldballots import ballots_of, next_ballots, old_voters
from scrapers.parliaments.finland.oldbreakdowns import breakdowns_of
from scrapers.parliaments.finland.oldvotes import next_rows, old_votes, rows_of_year
from scrapers.parliaments.finland.speeches import is_whole, read_speeches
from scrapers.parliaments.finland.windows import HELSINKI, single_days, speeches_of, weeks
from scrapers.parliaments.finland.wire import Mention
from scrapers.spiders import SourceSpider


class EduskuntaSpider(SourceSpider):
    """From a bill or a parliamentary year to its votes and debates, from a vote to its members."""

    name = "finland"
    descriptor = PARLIAMENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  whatever Scrapy passes on
        """Make a spider that knows which day it is: no debate lies ahead."""
        super().__init__(*args, **kwargs)
        self.today = dt.datetime.now(HELSINKI).date()

    def begin(self) -> Iterator[Request]:
        """The named bills, the named parliamentary year, or else the tracked bill and those around it."""
        if self.selection.term is not None:
            yield from self._year(int(self.selection.term))
        for bill in self.selection.bills or (() if self.selection.term else TRACKED_BILLS + RELATED_BILLS):
            yield Request(address("valtiopaivaasiat", bill))
            yield Request(address("taysistunnot/asian-aanestykset", bill))

    def follow(self, page: Page, answer: Answer) -> Iterator[Request]:
        """The votes of a list, the rest of a search, the members of a vote, the debates on a bill.

        Raises:
            PageError: The answer cannot be read.
        """
        walks = {
            VOTE.name: self._members,
            MATTER_VOTES.name: self._votes_of_matter,
            SEARCH.name: self._found,
            MATTER.name: self._debates_on,
            SPEECHES.name: self._days_of_week,
            OLD_VOTES.name: self._old_votes,
            OLD_BALLOTS.name: self._old_members,
        }
        return walks[page.name](answer) if page.name in walks else iter(())

    def _year(self, year: int) -> Iterator[Request]:
        """All votes of a parliamentary year; of an old one by the old service, and no debates."""
        if year < FIRST_YEAR:
            yield Request(rows_of_year(year))
        else:
            yield from self._year_of_searches(year)

    def _year_of_searches(self, year: int) -> Iterator[Request]:
        """All votes of a parliamentary year, and week by week its debates, which go on to the next spring."""
        yield search_request(votes_of_year(year))
        term = next(term for term in TERMS if term.key.endswith(f"-{year}"))
        first = max(term.start or dt.date(year, 1, 1), self.selection.since or dt.date.min)
        last = min(term.end or dt.date(year + 1, 4, 30), self.today)
        yield from map(search_request, weeks(year, first, last))

    def _members(self, answer: Answer) -> Iterator[Request]:
        return map(_member, voters(answer))

    def _votes_of_matter(self, answer: Answer) -> Iterator[Request]:
        return self._votes(votes_of_matter(answer))

    def _found(self, answer: Answer) -> Iterator[Request]:
        """The votes that a search found, and the rest of it."""
        yield from self._votes(found_votes(answer))
        if query := next_query(answer):
            yield search_request(query)

    def _debates_on(self, answer: Answer) -> Iterator[Request]:
        """The debates on a bill, by the days on which the plenary dealt with it."""
        for year, day in days_in_plenary(answer):
            if day >= (self.selection.since or dt.date.min):
                yield search_request(speeches_of(year, day))

    def _days_of_week(self, answer: Answer) -> Iterator[Request]:
        """The single days of a week with more turns than one answer holds."""
        return iter(()) if is_whole(read_speeches(answer)) else map(search_request, single_days(answer))

    def _old_votes(self, answer: Answer) -> Iterator[Request]:
        """The ballots and breakdowns of the votes in these rows, and the rows after these."""
        for vote in old_votes(answer):
            if vote.identifier and vote.date >= (self.selection.since or dt.date.min):
                yield Request(ballots_of(vote.identifier))
                yield Request(breakdowns_of(vote.identifier))
        if rows := next_rows(answer):
            yield Request(rows)

    def _old_members(self, answer: Answer) -> Iterator[Request]:
        """Those who cast these ballots, and the ballots after these."""
        yield from map(_member, old_voters(answer))
        if ballots := next_ballots(answer):
            yield Request(ballots)

    def _votes(self, mentions: Iterable[Mention]) -> Iterator[Request]:
        for mention in mentions:
            if not _is_before(mention, self.selection.since):
                yield Request(address("taysistunnot/aanestykset", mention.id))


def _member(voter: str) -> Request:
    return Request(address("kansanedustajat", voter))


def search_request(query: Query) -> Request:
    """A search, in a download slot of its own: the source allows fewer searches than other requests."""
    return Request(
        f"{API}/search",
        method="POST",
        body=msgspec.json.encode(query),
        headers={"Content-Type": "application/json"},
        meta={"download_slot": SEARCH_SLOT},
    )


def _is_before(mention: Mention, since: dt.date | None) -> bool:
    """Whether the vote is known to be too old; days in ISO form are in the order of their letters."""
    return (
        since is not None and mention.istuntopvm is not None and mention.istuntopvm[:10] < since.isoformat()
    )
