"""Walks the Seimas: from terms over sessions and sittings to questions and their votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scrapy import Request

from scrapers.pages import Answer, Page
from scrapers.parliaments.lithuania import (
    COURSE,
    EVENTS,
    OLD_QUESTION,
    OLD_SITTING,
    PARLIAMENT,
    SESSIONS,
    SITTINGS,
)
from scrapers.parliaments.lithuania.calendar import Period, sessions_of, sittings_of
from scrapers.parliaments.lithuania.course import Taken, read_course
from scrapers.parliaments.lithuania.keys import API, CONVOCATIONS, OLD, asked, service
from scrapers.parliaments.lithuania.old_questions import read_old_sitting, transcript_of, votes_of
from scrapers.parliaments.lithuania.questions import Item
from scrapers.parliaments.lithuania.registrations import registrations_in
from scrapers.parliaments.lithuania.rolls import open_votes
from scrapers.parliaments.lithuania.tracked import TRACKED
from scrapers.spiders import Problem, SourceSpider


class SeimasSpider(SourceSpider):
    """Asks for a whole term, for named bills, or for the bills on leaving the two conventions."""

    name = "lithuania"
    descriptor = PARLIAMENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  whatever Scrapy passes on
        """Make a spider that has met no sitting yet."""
        super().__init__(*args, **kwargs)
        self._transcripts: dict[str, str | None] = {}
        self._ended: set[str] = set()

    def begin(self) -> Iterator[Request]:
        """The list of terms and of factions, and for each term in question its members and sessions.

        Raises:
            ValueError: The selection names a term that we do not read, or no number of a bill.
        """
        terms = self._terms()
        for name in ("ad_seimo_kadencijos", "ad_seimo_frakcijos"):
            yield Request(f"{API}/p2b.{name}")
        for term in terms:
            yield Request(service("ad_seimo_nariai", kadencijos_id=term))
            yield Request(service("ad_seimo_sesijos", kadencijos_id=term))

    def follow(self, page: Page, answer: Answer) -> Iterable[Request | Problem]:
        """From a session to its sittings, to their courses, to the events of a question, to ballots.

        Raises:
            PageError: The answer cannot be read.
        """
        if page == SESSIONS:
            sessions = sessions_of(answer)
            self._ended |= {session.identifier for session in sessions if session.last}
            found = self._in_time(sessions)
            return (Request(service("ad_seimo_posedziai", sesijos_id=session)) for session in found)
        if page == SITTINGS:
            return self._follow_sittings(answer)
        if page == COURSE:
            return self._follow_course(answer)
        if page == EVENTS:
            return _follow_events(answer)
        return _follow_old(page, answer)

    def _follow_sittings(self, answer: Answer) -> Iterator[Request | Problem]:
        """The courses of the sittings. A session that has ended has sat: an empty list of it says nothing."""
        sittings = sittings_of(answer)
        if not sittings and asked(answer, "sesijos_id") in self._ended:
            yield Problem(
                url=answer.url, state="quarantined", reason="lists no sitting of a session that has ended"
            )
        # The list links to transcripts; only the course tells whether a sitting is wanted.
        self._transcripts |= {found.identifier: found.transcript for found in sittings}
        for found in self._in_time(sittings):
            yield Request(service("ad_seimo_posedzio_eiga_full", posedzio_id=found))

    def _terms(self) -> list[int]:
        if self.selection.term is not None:
            return [_known_term(self.selection.term)]
        if self.selection.bills:
            return sorted({_term_of_bill(number) for number in self.selection.bills})
        return sorted({bill.term for bill in TRACKED})

    def _in_time(self, periods: Iterable[Period]) -> Iterator[str]:
        """The sessions or sittings to look at: by default those in which tracked bills were dealt with."""
        for period in periods:
            if period.meets(self.selection.since, None) and self._is_time(period):
                yield period.identifier

    def _is_time(self, period: Period) -> bool:
        return not self._is_tracking or any(period.meets(bill.first, bill.last) for bill in TRACKED)

    @property
    def _is_tracking(self) -> bool:
        return self.selection.term is None and not self.selection.bills

    def _follow_course(self, answer: Answer) -> Iterator[Request]:
        """The questions with votes, and the transcript if anything of the sitting is wanted."""
        items, votes = read_course(answer)
        yield from self._events(votes)
        address = self._transcripts.get(asked(answer, "posedzio_id"))
        if address and any(map(self._is_wanted, items)):
            yield Request(address)

    def _events(self, votes: Iterable[Taken]) -> Iterator[Request]:
        """The questions whose votes may have ballots, each once."""
        found = (item for vote in votes if vote.is_open for item in vote.items if self._is_wanted(item))
        for question in dict.fromkeys(item.question for item in found):
            yield Request(service("ad_sp_klausimo_svarstymo_eiga", svarstomo_klausimo_id=question))

    def _is_wanted(self, item: Item) -> bool:
        number = item.number
        if self.selection.term is not None:
            return True
        if self.selection.bills:
            return number is not None and number.base in {
                bill.partition("(")[0] for bill in self.selection.bills
            }
        return any(bill.is_it(number.base if number else "", item.title) for bill in TRACKED)


def _follow_events(answer: Answer) -> Iterator[Request]:
    """The registrations during a question and its votes, if there are ballots to be had at all."""
    votes = open_votes(answer)
    for found in registrations_in(answer) if votes else ():
        yield Request(service("ad_sp_registracijos_rezultatai", registracijos_id=found))
    for found in votes:
        yield Request(service("ad_sp_balsavimo_rezultatai", balsavimo_id=found))


def _follow_old(page: Page, answer: Answer) -> Iterator[Request]:
    """The questions of an old sitting and its transcript, the votes of an old question."""
    if page == OLD_SITTING:
        for question in read_old_sitting(answer)[1]:
            yield Request(f"{OLD}/w5_sale.klaus_stadija?p_svarst_kl_stad_id={question}")
        if transcript := transcript_of(answer):
            yield Request(transcript)
    elif page == OLD_QUESTION:
        for vote in votes_of(answer):
            yield Request(f"{OLD}/w5_sale.bals?p_bals_id={vote}")


def _known_term(number: str) -> int:
    if number not in PARLIAMENT.term_numbers:
        known = ", ".join(PARLIAMENT.term_numbers)
        raise ValueError(f"no term {number!r} of the Seimas can be read, only {known}")
    return int(number)


def _term_of_bill(number: str) -> int:
    letters = number.partition("-")[0]
    if letters not in CONVOCATIONS:
        raise ValueError(f"{number!r} is not the number of a bill of the Seimas, as XVP-305 is")
    return CONVOCATIONS[letters]
