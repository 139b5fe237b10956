"""Walking the Senate's site: from the list of acts to their sittings, and from these to votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrapy import Request

from db.records import Vote
from scrapers.pages import Answer, Page
from scrapers.parliaments.poland.senat.acts import list_acts, next_page, read_act, sittings_in
from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS, asked, vote_page, votes_page
from scrapers.parliaments.poland.senat.days import next_day, read_day
from scrapers.parliaments.poland.titles import act_name


class SenateWalk:
    """Follows every act of the term, or those that are wanted by the names that they have in the Sejm."""

    def __init__(self, *, is_whole: bool) -> None:
        """Make a walk that wants no act yet, or all of them."""
        self._is_whole = is_whole
        self._wanted: set[str] = set()
        self._listed: dict[str, str] = {}
        self._more: str | None = None
        self._names: set[str] = set()
        self._prints: set[str] = set()
        self._votes: dict[str, Vote] = {}

    def begin(self) -> Iterator[Request]:
        """The senators, their clubs, and the beginning of the list of acts."""
        for url in (SENATORS, CLUBS, ACTS):
            yield Request(url)

    def want(self, name: str) -> Iterator[Request]:
        """Look for the act of this name."""
        self._wanted.add(name)
        yield from self._search()

    def follow(self, page: Page, answer: Answer) -> Iterable[Request]:
        """What to ask for after an answer of the Senate's.

        Raises:
            PageError: The answer cannot be read.
        """
        match page.name:
            case "senate-acts":
                return self._follow_acts(answer)
            case "senate-act":
                return self._follow_act(answer)
            case "senate-votes":
                return self._follow_day(answer)
        return ()

    def _follow_acts(self, answer: Answer) -> Iterator[Request]:
        acts = list_acts(answer)
        self._listed |= {act_name(act.title): act.url for act in acts}
        self._more = next_page(answer)
        if self._is_whole:
            yield from (Request(act.url) for act in acts)
        yield from self._search()

    def _search(self) -> Iterator[Request]:
        """The wanted acts that are listed, and one more page of the list while one is not."""
        yield from (Request(self._listed[name]) for name in sorted(self._wanted & self._listed.keys()))
        if self._more and (self._is_whole or self._wanted - self._listed.keys()):
            more, self._more = self._more, None
            yield Request(more)

    def _follow_act(self, answer: Answer) -> Iterator[Request]:
        for act in read_act(answer):
            self._prints.update(act.documents)
            self._names.add(act_name(act.title))
        yield from (Request(votes_page(sitting, 1)) for sitting in sittings_in(answer))
        yield from self._votes_on_acts()

    def _follow_day(self, answer: Answer) -> Iterator[Request]:
        sitting, _ = asked(answer)[:2]
        self._votes |= {vote.key: vote for vote in read_day(answer) if isinstance(vote, Vote)}
        day = next_day(answer)
        if day is not None:
            yield Request(votes_page(sitting, day))
        yield from self._votes_on_acts()

    def _votes_on_acts(self) -> Iterator[Request]:
        for key, vote in self._votes.items():
            if self._is_whole or self._is_on_act(vote):
                yield Request(vote_page(key.rpartition("-")[2]))

    def _is_on_act(self, vote: Vote) -> bool:
        title = " ".join(vote.title.split()).casefold()
        return bool(self._prints.intersection(vote.documents)) or any(name in title for name in self._names)
