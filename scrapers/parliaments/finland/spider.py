"""Walks the Eduskunta: the tracked bill, or bills or a parliamentary year by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec
from scrapy import Request

from scrapers.pages import Answer, Page
from scrapers.parliaments.finland import MATTER_VOTES, PARLIAMENT, SEARCH, SEARCH_SLOT, VOTE
from scrapers.parliaments.finland.keys import API, TRACKED_BILLS, address
from scrapers.parliaments.finland.lists import (
    Query,
    found_votes,
    next_query,
    voters,
    votes_of_matter,
    votes_of_year,
)
from scrapers.parliaments.finland.wire import Mention
from scrapers.spiders import SourceSpider


class EduskuntaSpider(SourceSpider):
    """From a bill or a parliamentary year to its votes, from a vote to its members."""

    name = "finland"
    parliament = PARLIAMENT

    def begin(self) -> Iterator[Request]:
        """The named bills, the named parliamentary year, or else the tracked bill."""
        if self.selection.term is not None:
            yield search_request(votes_of_year(int(self.selection.term)))
        for bill in self.selection.bills or (() if self.selection.term else TRACKED_BILLS):
            yield Request(address("valtiopaivaasiat", bill))
            yield Request(address("taysistunnot/asian-aanestykset", bill))

    def follow(self, page: Page, answer: Answer) -> Iterator[Request]:
        """The votes of a list, the rest of a search, the members of a vote.

        Raises:
            PageError: The answer cannot be read.
        """
        if page == VOTE:
            yield from (Request(address("kansanedustajat", voter)) for voter in voters(answer))
        elif page == MATTER_VOTES:
            yield from self._votes(votes_of_matter(answer))
        elif page == SEARCH:
            yield from self._votes(found_votes(answer))
            if query := next_query(answer):
                yield search_request(query)

    def _votes(self, mentions: Iterable[Mention]) -> Iterator[Request]:
        for mention in mentions:
            if not _is_before(mention, self.selection.since):
                yield Request(address("taysistunnot/aanestykset", mention.id))


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
