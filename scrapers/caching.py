"""Where Scrapy meets the archive: its HTTP cache, with a storage and a policy of our own."""

from __future__ import annotations

import datetime as dt
import zlib
from pathlib import Path

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.httpcache import HttpCacheMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.extensions.httpcache import RFC2616Policy
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import BaseSettings

from scrapers.archive import Archive, ArchiveError, Capture
from scrapers.pages import reader_of

LEFT_OUT = {
    b"connection",
    b"content-encoding",
    b"content-length",
    b"keep-alive",
    b"proxy-authenticate",
    b"set-cookie",
    b"trailer",
    b"transfer-encoding",
    b"upgrade",
}
"""Headers that are not kept: those of one connection, those of a body as it travelled (ours is whole and
decompressed, and has its own length), and cookies, which are nobody's business."""

EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""From when turns are counted."""

VALIDATORS = (b"If-None-Match", b"If-Modified-Since")
"""Headers of a request that make it conditional."""

OF_A_BODY = (b"Content-Type", b"Content-Length", b"Content-Encoding")
"""Headers that describe a body. On an answer without one they are a server's habit and say nothing."""


class NotArchivedError(IgnoreRequest):
    """Only the archive is asked, and it holds no answer to this request."""


class ArchiveStorage:
    """Scrapy's `HTTPCACHE_STORAGE` over the archive in the setting `OTTAWA_ARCHIVE`, or the folder of one."""

    def __init__(self, settings: BaseSettings) -> None:
        """Use the archive of these settings. One that is named by its folder is opened, and later closed."""
        given: Archive | Path = settings["OTTAWA_ARCHIVE"]
        self._is_own = isinstance(given, Path)
        self._archive = Archive(given) if isinstance(given, Path) else given

    def open_spider(self, spider: Spider) -> None:
        """Take the crawler's way of telling requests apart: by method, address and body."""
        self._fingerprinter = spider.crawler.request_fingerprinter

    def close_spider(self, spider: Spider) -> None:
        """Leave an archive open that was given so: other spiders use it too."""
        if self._is_own:
            self._archive.close()

    def retrieve_response(self, spider: Spider, request: Request) -> Response | None:
        """The newest good answer to this request, or nothing.

        Raises:
            ArchiveError: The archive has an answer, but it is damaged. Scrapy takes any error here for a
                missing answer, so the damage is also noted on the request.
        """
        capture = self._archive.latest(self._fingerprint(request))
        if capture is None:
            return None
        try:
            body = self._archive.body(capture)
        except ArchiveError as damage:
            request.meta["damage"] = damage
            raise
        headers = Headers(list(capture.headers))
        request.meta.update(
            fetched_at=capture.fetched_at,
            unchanged_since=self._archive.unchanged_since(capture),
            origin=capture.origin,
        )
        response_class = responsetypes.from_args(headers=headers, url=capture.url, body=body)
        return response_class(url=capture.url, headers=headers, status=capture.status, body=body)

    def store_response(self, spider: Spider, request: Request, response: Response) -> None:
        """Keep an answer."""
        fetched_at = dt.datetime.now(dt.UTC)
        request.meta.update(fetched_at=fetched_at, origin="live")
        capture = Capture(
            fingerprint=self._fingerprint(request),
            url=response.url,
            method=request.method,
            request_body=request.body,
            fetched_at=fetched_at,
            status=response.status,
            headers=_headers_of(response),
            origin="live",
        )
        self._archive.put(capture, response.body)

    def _fingerprint(self, request: Request) -> str:
        return self._fingerprinter.fingerprint(request).hex()


class RevisitingPolicy(RFC2616Policy):
    """Keep everything, and ask again, with the validators of the last answer, for what may have changed.

    What has not changed for long will hardly change tomorrow: an answer is believed until the turn of its
    address, which comes once in half the time for which it has been the same, or once in the patience that
    its page allows. So the hundred votes of last year cost a night next to nothing, and each is still looked
    at again and again. `no-store` is not obeyed, since this is an archive of public records and not a shared
    cache.
    """

    def __init__(self, settings: BaseSettings) -> None:
        """Believe nothing if the settings ask for everything."""
        super().__init__(settings)
        self._asks_everything = settings.getbool("OTTAWA_FULL")

    def should_cache_request(self, request: Request) -> bool:
        """Keep the answer to every request."""
        return True

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """Keep every answer but a bare 304, which has no content of its own."""
        return response.status != 304  # noqa: PLR2004  Not Modified

    def is_cached_response_fresh(self, cachedresponse: Response, request: Request) -> bool:
        """Whether the kept answer is believed; if not, the source is asked whether anything has changed."""
        self._set_conditional_validators(request, cachedresponse)
        return not self._asks_everything and is_believed(request, dt.datetime.now(dt.UTC))

    def is_cached_response_valid(
        self, cachedresponse: Response, response: Response, request: Request
    ) -> bool:
        """Use the kept answer if the source says that nothing has changed."""
        return response.status == 304  # noqa: PLR2004  Not Modified


def is_believed(request: Request, now: dt.datetime) -> bool:
    """Whether the kept answer to a request need not be asked for again; the storage has noted its moments.

    What a run had before it was stopped is believed by the run that goes on with it. Facts that we bundle
    are never believed where a source can be asked, nor is an answer from the future, which tells of a clock
    that was set back.
    """
    reader = reader_of(request.url, request.method, request.body)
    if reader is None or request.meta["origin"] != "live":
        return False
    descriptor, page = reader
    last: dt.datetime = request.meta["fetched_at"]
    unchanged_for: dt.timedelta = last - request.meta["unchanged_since"]
    longest = descriptor.patience(page)
    resumed_since: dt.datetime | None = request.meta.get("resumed_since")
    if resumed_since is not None and resumed_since <= last <= now < last + longest:
        return True
    period = min(unchanged_for / 2, longest)
    return (
        last <= now
        and period > dt.timedelta(0)
        and _turn(request, now, period) == _turn(request, last, period)
    )


def _turn(request: Request, moment: dt.datetime, period: dt.timedelta) -> int:
    """How often the turn of an address has come by then, once in every period, at a time of its own.

    Without it everything that was first asked for on one night would come due on one night again.
    """
    return int((moment - EPOCH) / period + zlib.crc32(request.url.encode()) / 2**32)


class ArchiveMiddleware(HttpCacheMiddleware):
    """Scrapy's cache middleware, but neither a dead source nor a damaged archive is covered up."""

    def process_request(self, request: Request) -> Request | Response | None:  # type: ignore[override]  # no spider
        """Look for a kept answer.

        A redirected request still carries the validators of the address that it was first sent to. They say
        nothing of the new one, so they are taken off.

        Raises:
            NotArchivedError: The archive alone is asked, and has no answer.
            ArchiveError: The archive alone is asked, and its answer is damaged.
        """
        for name in VALIDATORS:
            request.headers.pop(name, None)
        try:
            return super().process_request(request)
        except IgnoreRequest as missing:
            raise request.meta.pop("damage", NotArchivedError(str(missing))) from None

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # no spider
        """Keep the answer, unless it says only another moment than the kept one: that is no news."""
        if response.status == 200 and _says_the_same(request, response):  # noqa: PLR2004  OK
            response = response.replace(status=304, body=b"")
        return super().process_response(request, response)

    def process_exception(self, request: Request, exception: Exception) -> None:  # type: ignore[override]  # no spider
        """Let the failure through."""
        request.meta.pop("cached_response", None)

    def _freshen_cached_response(self, cachedresponse: Response, response: Response) -> None:
        for name in OF_A_BODY:
            response.headers.pop(name, None)
        super()._freshen_cached_response(cachedresponse, response)


def _says_the_same(request: Request, response: Response) -> bool:
    kept = request.meta.get("cached_response")
    reader = reader_of(request.url, request.method, request.body)
    if (
        kept is None
        or reader is None
        or kept.headers.get("Content-Type") != response.headers.get("Content-Type")
    ):
        return False
    return reader[1].says_the_same(response.body, kept.body)


def _headers_of(response: Response) -> tuple[tuple[str, str], ...]:
    kept = [name for name in response.headers if name.lower() not in LEFT_OUT]
    pairs = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name in kept
        for value in response.headers.getlist(name)
    ]
    return (*pairs, ("Content-Length", str(len(response.body))))
