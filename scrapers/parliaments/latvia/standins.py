"""Where the open data fail, titania stands in: what must be known of a sitting to ask for it there.

The agenda of a sitting and its file of votes come in either order. Only the agenda tells by which identifier
titania knows the sitting, and whether votes were taken, so that a file without any is missing them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scrapy import Request

from scrapers.parliaments.latvia.agenda import Agenda, votes_expected
from scrapers.parliaments.latvia.keys import file_name, sittings_url
from scrapers.spiders import Problem


@dataclass(frozen=True, slots=True)
class _Told:
    """What an agenda says: where titania has the sitting, and how many votes it had."""

    url: str
    votes: int


class StandIns:
    """What one crawl has seen of each sitting, by the name of its file of votes."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._told: dict[str, _Told] = {}
        self._failed: set[str] = set()
        self._empty: dict[str, str] = {}

    def agenda(self, votes: str, agenda: Agenda) -> Iterator[Request | Problem]:
        """The agenda that belongs to the votes at this address has come."""
        url = sittings_url(agenda.term.rpartition("-")[2], f"nr={agenda.guid}")
        self._told[file_name(votes)] = _Told(url, votes_expected(agenda))
        yield from self._missing(file_name(votes))

    def failed(self, votes: str) -> Iterator[Request | Problem]:
        """The votes at this address did not come, or cannot be read."""
        self._failed.add(file_name(votes))
        yield from self._missing(file_name(votes))

    def empty(self, votes: str) -> Iterator[Request | Problem]:
        """The file at this address has no votes."""
        self._empty[file_name(votes)] = votes
        yield from self._missing(file_name(votes))

    def _missing(self, name: str) -> Iterator[Request | Problem]:
        """What is wrong with an empty file, and titania's page of a sitting whose votes are missing."""
        told = self._told.get(name)
        if told is None or not told.votes or not (name in self._failed or name in self._empty):
            return
        if name in self._empty:
            reason = f"no votes, where the agenda of the sitting tells of {told.votes}"
            yield Problem(url=self._empty[name], state="failed", reason=reason)
        yield Request(told.url)
