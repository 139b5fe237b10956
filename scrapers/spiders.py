"""What all spiders share: they ask, hand on what came, and follow. Reading and storing happen elsewhere."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.exceptions import (
    CannotResolveHostError,
    CloseSpider,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from db.ledger import ProblemState
from db.records import Origin
from scrapers.caching import NotArchivedError
from scrapers.pages import Answer, Descriptor, Page, PageError
from scrapers.robots import RobotsError
from scrapers.trouble import trouble_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to crawl: the tracked bills unless bills or a whole term are named."""

    bills: tuple[str, ...] = ()
    """The numbers of bills, as the parliament writes them: `219`, `HE 56/2025 vp`."""
    term: str | None = None
    """A whole term or parliamentary year, as the parliament numbers it: `10`, `2025`."""
    since: dt.date | None = None
    """Leave out sittings that ended before this day."""

    @classmethod
    def of(cls, bill: str | None = None, term: str | None = None, since: str | None = None) -> Selection:
        """The selection in the arguments of a spider: `-a term=10 -a since=2025-06-01`.

        Raises:
            ValueError: `since` is no day.
        """
        return cls(
            bills=(bill,) if bill else (), term=term, since=dt.date.fromisoformat(since) if since else None
        )

    def __str__(self) -> str:
        """The selection in words; nothing for the tracked bills."""
        said = (self.term and f"term {self.term}", *self.bills, self.since and f"since {self.since}")
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The one kind of item: an answer with the page that reads it."""

    page: Page
    answer: Answer
    fingerprint: str
    """The request's, in hexadecimal."""
    fetched_at: dt.datetime
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A request that brought no answer to read. Also an item, so that the run remembers it."""

    url: str
    state: ProblemState | Literal["not archived"]
    reason: str


REFUSALS = {401, 403, 451}
"""HTTP statuses by which a source says that it will not answer us."""

NETWORK_ERRORS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
"""What Scrapy raises when a source cannot be reached at all."""


class SourceSpider(Spider):
    """Walks the sources of one descriptor. A subclass says where to begin and what to follow."""

    descriptor: ClassVar[Descriptor]

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  whatever Scrapy passes on
        selection: Selection | None = None,
        replay: Iterable[Request] | None = None,
        bill: str | None = None,
        term: str | None = None,
        since: str | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Make a spider for a selection, or one that begins at the requests of an archive (`replay`).

        Where Scrapy or Scrapyd starts it, the selection is told by `bill`, `term` and `since`.

        Raises:
            ValueError: `since` is no day.
        """
        super().__init__(*args, **kwargs)
        self.selection = selection or Selection.of(bill, term, since)
        self.replay = replay
        self._resumed_since: dt.datetime | None = None
        self.allowed_domains = sorted({urlsplit(s.url).hostname or "" for s in self.descriptor.sources})

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Set the politeness that the parliament's handbook asks for."""
        super().update_settings(settings)
        settings.set("DOWNLOAD_SLOTS", cls.descriptor.download_slots, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """The first requests: the selection's, or those of the archive in a replay."""
        for request in self.begin() if self.replay is None else self.replay:
            yield self._ours(request)

    def go_on_with(self, resumed_since: str | None) -> None:
        """Go on with the work that began then and was stopped: what was had since need not be asked for."""
        self._resumed_since = dt.datetime.fromisoformat(resumed_since) if resumed_since else None

    @abstractmethod
    def begin(self) -> Iterable[Request]:
        """Where to begin for `self.selection`."""

    @abstractmethod
    def follow(self, page: Page, answer: Answer) -> Iterable[Request | Problem]:
        """What to ask for next, after this answer; or what is wrong with it beside what came before.

        Raises:
            PageError: The answer cannot be read; whoever stores it will say so.
        """

    def parse(self, response: Response, **_: object) -> Iterator[Received | Problem | Request]:
        """Hand the answer on, and follow what it names."""
        if response.status != 200:  # noqa: PLR2004  a part of an answer, or none at all
            yield Problem(url=response.url, state="failed", reason=f"HTTP {response.status}")
            return
        received = self._received(response)
        if received is None:
            yield Problem(url=response.url, state="failed", reason="no page reads this address")
            return
        yield received
        try:
            for found in self.follow(received.page, received.answer):
                yield self._ours(found) if isinstance(found, Request) else found
        except PageError as error:
            self.logger.debug("Nothing followed from %s", error)

    def failed(self, failure: Failure) -> Iterator[Problem | Request]:
        """Hand on, as a named state, that a request brought nothing to read.

        Raises:
            CloseSpider: What came cannot be kept: nothing more is asked for.
        """
        yield problem_of(failure)
        trouble = trouble_in(failure.value)
        if trouble:
            raise CloseSpider(trouble)

    def _ours(self, request: Request) -> Request:
        meta = {**request.meta, "resumed_since": self._resumed_since} if self._resumed_since else request.meta
        return request.replace(callback=self.parse, errback=self.failed, meta=meta)

    def _received(self, response: Response) -> Received | None:
        request = response.request
        assert request is not None  # noqa: S101  Scrapy sets it on every downloaded response
        page = self.descriptor.page_for(response.url, request.method, request.body)
        if page is None:
            return None
        return Received(
            page=page,
            answer=answer_of(response),
            fingerprint=self.crawler.request_fingerprinter.fingerprint(request).hex(),
            fetched_at=response.meta["fetched_at"],
            origin=response.meta["origin"],
        )


def answer_of(response: Response) -> Answer:
    """The answer that a page reads, of a Scrapy response."""
    request = response.request
    content_type = response.headers.get(b"Content-Type") or b""
    return Answer(
        url=response.url,
        body=response.body,
        status=response.status,
        content_type=content_type.decode("latin-1"),
        method=request.method if request else "GET",
        request_body=request.body if request else b"",
    )


def problem_of(failure: Failure) -> Problem:
    """What went wrong with a request, in the words of the house."""
    error = failure.value
    url = _asked(failure.request)  # type: ignore[attr-defined]  # Scrapy's failures carry their request
    if isinstance(error, HttpError):
        state: ProblemState = "refused" if error.response.status in REFUSALS else "failed"
        return Problem(url=url, state=state, reason=f"HTTP {error.response.status}")
    if isinstance(error, RobotsError):
        return Problem(url=url, state=error.state, reason=str(error))
    if isinstance(error, NotArchivedError):
        return Problem(url=url, state="not archived", reason="the archive does not hold it")
    reason = f"{type(error).__name__}: {error}".strip(": ")
    is_network = isinstance(error, NETWORK_ERRORS)
    return Problem(url=url, state="unreachable" if is_network else "failed", reason=reason)


def _asked(request: Request) -> str:
    """The address that was asked for, though a redirect may have led elsewhere."""
    led: list[str] = request.meta.get("redirect_urls", [])
    return led[0] if led else request.url
