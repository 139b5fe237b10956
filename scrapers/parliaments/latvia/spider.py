"""Walks the Saeima: the tracked bill, or bills or a term by name.

The open data come first, with the transcripts from the Saeima's site. Titania is asked for bill cards and
members, for the running sitting, for the years before the open data, and for votes that they fail to give.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapy import Request
from twisted.python.failure import Failure

from scrapers.pages import Answer, Page, PageError
from scrapers.parliaments.latvia import (
    AGENDA,
    MEMBERS,
    PACKAGE,
    PARLIAMENT,
    SITTINGS,
    TRANSCRIPTS,
    VOTES,
)
from scrapers.parliaments.latvia.agenda import bills_on, read_agenda
from scrapers.parliaments.latvia.dataset import Sitting, sittings_of
from scrapers.parliaments.latvia.keys import (
    NUMBER,
    PACKAGE_URL,
    TERM_NUMBERS,
    TITANIA_URL,
    TRACKED_BILLS,
    TRACKED_GUIDS,
    TRACKED_SITTINGS,
    TRACKED_TRANSCRIPTS,
    card_url,
    file_name,
    members_url,
    sittings_url,
    titania_term,
    transcript_url,
)
from scrapers.parliaments.latvia.members import members_of
from scrapers.parliaments.latvia.sittings import Entry, calendar_of, is_calendar, votes_of
from scrapers.parliaments.latvia.standins import StandIns
from scrapers.parliaments.latvia.transcripts import category_url, transcripts_of
from scrapers.parliaments.latvia.votes import parse_votes
from scrapers.spiders import Problem, SourceSpider, problem_of

OPEN_DATA_SINCE = 2017
"""The first year that the open data hold whole; for years before, titania is asked."""

NOT_OPEN = "HTTP 401: the pages of this term are not open yet"
"""What titania means by refusing: it makes the pages of a term before the term begins."""


class SaeimaSpider(SourceSpider):
    """From the list of files to agendas and votes, from bills to cards, from a term to its members."""

    name = "latvia"
    descriptor = PARLIAMENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  whatever Scrapy passes on
        """Make a spider that has seen nothing yet."""
        super().__init__(*args, **kwargs)
        self._beside: dict[str, list[str]] = {}
        self._votes: dict[str, str] = {}
        self._stand_ins = StandIns()
        self._later: list[Entry] = []
        self._is_listed = True

    def begin(self) -> Iterator[Request]:
        """The list of files, and of what is selected the cards, members, transcripts and running sitting."""
        bills = self._bills()
        yield Request(PACKAGE_URL)
        yield from (Request(card_url(number)) for number in bills)
        if bills == TRACKED_BILLS:
            yield from (Request(transcript_url(number)) for number in TRACKED_TRANSCRIPTS)
        for term in self._terms():
            yield Request(members_url(term, "deputies?OpenView&count=1000"))
        if self.selection.term is not None:
            yield Request(sittings_url(self.selection.term, "calendar=1"))
            if (transcripts := category_url(self.selection.term)) is not None:
                yield Request(transcripts)
        if self.selection.term == str(TERM_NUMBERS[-1]):
            yield Request(sittings_url(self.selection.term, "actual=1"))

    def follow(self, page: Page, answer: Answer) -> Iterator[Request | Problem]:
        """What belongs to sittings, to an agenda that has a selected bill, and what lists name.

        Raises:
            PageError: The answer cannot be read.
        """
        try:
            yield from self._follow(page, answer)
        except PageError:
            yield from self._instead_of(answer.url)
            raise

    def failed(self, failure: Failure) -> Iterator[Problem | Request]:
        """Hand on what went wrong, for titania's 401 that the term is not open yet; and ask elsewhere."""
        problem = problem_of(failure)
        if problem.reason == "HTTP 401" and problem.url.startswith(TITANIA_URL):
            problem = Problem(url=problem.url, state=problem.state, reason=NOT_OPEN)
        yield problem
        if problem.state != "not archived":
            for found in self._instead_of(problem.url):
                yield found if isinstance(found, Problem) else self._ours(found)

    def _follow(self, page: Page, answer: Answer) -> Iterator[Request | Problem]:
        if page == PACKAGE:
            yield from self._files(sittings_of(answer))
        elif page == AGENDA:
            yield from self._beside_bills(answer)
            yield from self._beside_votes(answer)
        elif page == VOTES:
            # All of them are read, since the last one can be what makes the file unreadable.
            if not tuple(parse_votes(answer)):
                yield from self._stand_ins.empty(answer.url)
        elif page == TRANSCRIPTS:
            yield from map(Request, transcripts_of(answer))
        elif page == MEMBERS:
            number = titania_term(answer)
            for member in members_of(answer):
                yield Request(members_url(number, f"0/{member['unid']}?OpenDocument"))
        elif page == SITTINGS:
            yield from self._sittings(answer)

    def _bills(self) -> tuple[str, ...]:
        return self.selection.bills or (() if self.selection.term else TRACKED_BILLS)

    def _terms(self) -> list[str]:
        """The terms of whatever is selected."""
        found = [self.selection.term] if self.selection.term else []
        matches = (NUMBER.fullmatch(number) for number in self._bills())
        return list(dict.fromkeys([*found, *(match[2] for match in matches if match)]))

    def _files(self, sittings: list[Sitting]) -> Iterator[Request]:
        for sitting in sittings:
            if not self._is_selected(sitting):
                continue
            beside = [url for url in (sitting.votes, sitting.debates) if url]
            if sitting.agenda:
                self._beside[file_name(sitting.agenda)] = beside
                self._votes[file_name(sitting.agenda)] = sitting.votes or ""
                yield Request(sitting.agenda)
            if self.selection.term or not sitting.agenda:
                yield from map(Request, beside)

    def _is_selected(self, sitting: Sitting) -> bool:
        """Whether it is of a selected term, or for the tracked bill alone one that dealt with it."""
        since = self.selection.since
        if since and sitting.changed and sitting.changed < since:
            return False
        if not self.selection.term and not self.selection.bills:
            return sitting.name in TRACKED_SITTINGS
        return sitting.name.partition(".")[0] in self._terms()

    def _beside_bills(self, answer: Answer) -> Iterator[Request]:
        """The files beside an agenda, unless a whole term is asked for and they are asked for too."""
        beside = self._beside.get(file_name(answer.url), [])
        if not self.selection.term and bills_on(answer) & set(self._bills()):
            yield from map(Request, beside)

    def _beside_votes(self, answer: Answer) -> Iterator[Request | Problem]:
        """Titania's page of the sitting, if its file of votes has failed already."""
        votes, agenda = self._votes.get(file_name(answer.url)), read_agenda(answer)
        if votes and agenda:
            yield from self._stand_ins.agenda(votes, agenda)

    def _instead_of(self, url: str) -> Iterator[Request | Problem]:
        """What titania has of what an address of the open data failed to give."""
        page = PARLIAMENT.page_for(url)
        if page == VOTES:
            yield from self._stand_ins.failed(url)
        elif page == PACKAGE:
            self._is_listed = False
            yield from map(self._agenda_of, TRACKED_GUIDS if self._bills() == TRACKED_BILLS else ())
            yield from self._not_listed()

    def _agenda_of(self, guid: str) -> Request:
        return Request(sittings_url(self._terms()[0], f"nr={guid}"))

    def _sittings(self, answer: Answer) -> Iterator[Request]:
        if not is_calendar(answer):
            base = sittings_url(titania_term(answer), "").partition("DK?")[0]
            yield from (Request(f"{base}{address}") for address in votes_of(answer))
            return
        entries = calendar_of(answer)
        self._later = [entry for entry in entries if entry.year >= OPEN_DATA_SINCE]
        yield from (self._agenda_of(each.guid) for each in entries if each.guid and each not in self._later)
        yield from self._not_listed()

    def _not_listed(self) -> Iterator[Request]:
        """The sittings of the open data's years, where these do not even list their files."""
        first = self.selection.since.year if self.selection.since else OPEN_DATA_SINCE
        if not self._is_listed:
            yield from (
                self._agenda_of(each.guid) for each in self._later if each.guid and each.year >= first
            )
