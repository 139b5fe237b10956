"""Walking the Sejm's interface. The Senate's site is walked by `senat.walk`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from scrapy import Request

from scrapers.pages import Answer, Page, read_json
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.acts import bills_of, origin_of
from scrapers.parliaments.poland.addresses import (
    DRAFTS,
    ELI,
    TERM,
    TERM_URL,
    TRACKED_ACT,
    day_url,
    statement_url,
)
from scrapers.parliaments.poland.bills import days_of, papers_of, sittings_of, votes_of
from scrapers.parliaments.poland.drafts import list_drafts
from scrapers.parliaments.poland.questions import papers_in
from scrapers.parliaments.poland.senat import SOURCE as SENATE
from scrapers.parliaments.poland.senat.addresses import TERM as SENATE_TERM
from scrapers.parliaments.poland.senat.walk import SenateWalk
from scrapers.parliaments.poland.titles import act_name, is_denunciation
from scrapers.parliaments.poland.transcripts import list_statements
from scrapers.parliaments.poland.votes import Index, list_votes
from scrapers.parliaments.poland.wire import ListedVote, Process
from scrapers.spiders import SourceSpider


class PolishSpider(SourceSpider):
    """Asks for a whole term of a chamber, for named bills, or for that on leaving the Ottawa Convention."""

    name = "poland"
    descriptor = PARLIAMENT

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  whatever Scrapy passes on
        """Make a spider that has seen nothing yet."""
        super().__init__(*args, **kwargs)
        # A bill's votes are found once its papers and a sitting's list are both there, in either order.
        self._papers: dict[int, set[str]] = defaultdict(set)
        self._listed: dict[int, list[ListedVote]] = {}
        self._drafts: set[str] = set()
        self._followers: dict[str, Callable[[Answer], Iterable[Request]]] = {
            "votings": self._follow_index,
            "sitting-votes": self._follow_list,
            "process": self._follow_process,
            "act": self._follow_act,
            "drafts": self._follow_drafts,
            "transcripts": self._follow_day,
        }
        self._senate = SenateWalk(is_whole=self.selection.term == str(SENATE_TERM))

    def begin(self) -> Iterator[Request]:
        """The members, clubs and sittings of a chamber, and what the selection asks for.

        Raises:
            ValueError: The selection names a term that we do not read.
        """
        if self.selection.term not in {None, str(TERM), str(SENATE_TERM)}:
            known = f"{TERM} of the Sejm and {SENATE_TERM} of the Senate"
            raise ValueError(f"no term {self.selection.term!r} can be read, only {known}")
        if self.selection.term != str(TERM):
            yield from self._senate.begin()
        if self.selection.term != str(SENATE_TERM):
            yield from self._begin_sejm()

    def _begin_sejm(self) -> Iterator[Request]:
        for name in ("MP", "clubs", "proceedings"):
            yield Request(f"{TERM_URL}/{name}")
        for number in self.selection.bills:
            yield _process(number)
        if self.selection.term:
            yield Request(f"{TERM_URL}/votings")
        elif not self.selection.bills:
            yield Request(TRACKED_ACT)
        if not self.selection.bills:
            yield Request(DRAFTS)

    def follow(self, page: Page, answer: Answer) -> Iterable[Request]:
        """From an act to its bill, from a bill to its papers and votes, from lists to votes."""
        if page.source == SENATE.key:
            return self._senate.follow(page, answer)
        follow = self._followers.get(page.name)
        return follow(answer) if follow else ()

    def _follow_index(self, answer: Answer) -> Iterator[Request]:
        if self.selection.term:
            last_days: dict[int, dt.date] = {}
            for day in read_json(answer, Index):
                last_days[day.proceeding] = max(day.date, last_days.get(day.proceeding, day.date))
            since = self.selection.since or dt.date.min
            yield from (_sitting_votes(sitting) for sitting, last in last_days.items() if last >= since)
            for day in read_json(answer, Index):
                if last_days[day.proceeding] >= since:
                    yield Request(day_url(day.proceeding, day.date))

    def _follow_list(self, answer: Answer) -> Iterable[Request]:
        listed = list_votes(answer)
        if self.selection.term:
            return map(_vote, listed)
        sitting = listed[0].sitting
        self._listed[sitting] = listed
        return self._votes_on_papers(sitting)

    def _follow_process(self, answer: Answer) -> Iterator[Request]:
        process = read_json(answer, Process)
        papers = papers_of(process)
        yield from (Request(f"{TERM_URL}/prints/{number}") for number in papers)
        yield from (_vote(vote) for vote in votes_of(process))
        if any(stage.stage_type == "SenatePosition" for _, stage, _ in process.walk()):
            yield from self._senate.want(act_name(process.title_final or process.title))
        if process.eli and process.eli.startswith("DU/"):
            yield Request(f"{ELI}/acts/{process.eli}")
        since = self.selection.since or dt.date.min
        yield from (Request(day_url(*day)) for day in sorted(days_of(process)) if day[1] >= since)
        for sitting in sorted(sittings_of(process)):
            self._papers[sitting].update(papers)
            yield _sitting_votes(sitting)
            yield from self._votes_on_papers(sitting)

    def _follow_act(self, answer: Answer) -> Iterator[Request]:
        act = origin_of(answer)
        if is_denunciation(act.title):
            yield from map(_process, bills_of(act))

    def _follow_day(self, answer: Answer) -> Iterator[Request]:
        """Every turn of the day: of which bill it is, only its words say."""
        day, statements = list_statements(answer)
        for statement in statements:
            yield Request(statement_url(day.proceeding_num, day.date, statement.num))

    def _follow_drafts(self, answer: Answer) -> Iterator[Request]:
        """The next page of the list, unless this one is beyond its end or the same again."""
        new = {draft.number for draft in list_drafts(answer)} - self._drafts
        self._drafts |= new
        if new:
            yield Request(f"{DRAFTS}&offset={len(self._drafts)}")

    def _votes_on_papers(self, sitting: int) -> Iterator[Request]:
        for vote in self._listed.get(sitting, ()):
            if self._papers[sitting].intersection(papers_in(vote.title, vote.topic)):
                yield _vote(vote)


def _process(number: str) -> Request:
    return Request(f"{TERM_URL}/processes/{number}")


def _sitting_votes(sitting: int) -> Request:
    return Request(f"{TERM_URL}/votings/{sitting}")


def _vote(vote: ListedVote) -> Request:
    return Request(f"{TERM_URL}/votings/{vote.sitting}/{vote.voting_number}")
