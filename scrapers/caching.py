"""Where Scrapy meets the archive: its HTTP cache, with a storage and a policy of our own."""

from __future__ import annotations

import datetime as dt

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.httpcache import HttpCacheMiddleware
from scrapy.extensions.httpcache import RFC2616Policy
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import BaseSettings

from scrapers.archive import Archive, Capture

LEFT_OUT = {b"set-cookie", b"transfer-encoding", b"content-encoding", b"connection", b"keep-alive"}
"""Headers that are not kept: bodies are stored whole and decompressed, and cookies are nobody's business."""


class ArchiveStorage:
    """Scrapy's `HTTPCACHE_STORAGE` over the archive in the setting `OTTAWA_ARCHIVE`."""

    def __init__(self, settings: BaseSettings) -> None:
        """Use the archive of these settings."""
        self._archive: Archive = settings["OTTAWA_ARCHIVE"]

    def open_spider(self, spider: Spider) -> None:
        """Take the crawler's way of telling requests apart: by method, address and body."""
        self._fingerprinter = spider.crawler.request_fingerprinter

    def close_spider(self, spider: Spider) -> None:
        """Leave the archive open: other spiders use it too."""

    def retrieve_response(self, spider: Spider, request: Request) -> Response | None:
        """The newest good answer to this request, or nothing."""
        capture = self._archive.latest(self._fingerprint(request))
        if capture is None:
            return None
        body = self._archive.body(capture)
        headers = Headers(list(capture.headers))
        request.meta.update(fetched_at=capture.fetched_at, origin=capture.origin)
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


class RevalidatingPolicy(RFC2616Policy):
    """Keep everything, trust nothing: each request is asked again, with the validators of the last answer.

    `no-store` is not obeyed, since this is an archive of public records and not a shared cache.
    """

    def should_cache_request(self, request: Request) -> bool:
        """Keep the answer to every request."""
        return True

    def should_cache_response(self, response: Response, request: Request) -> bool:
        """Keep every answer but a bare 304, which has no content of its own."""
        return response.status != 304  # noqa: PLR2004  Not Modified

    def is_cached_response_fresh(self, cachedresponse: Response, request: Request) -> bool:
        """Never: ask the source, which may say that nothing has changed."""
        self._set_conditional_validators(request, cachedresponse)
        return False

    def is_cached_response_valid(
        self, cachedresponse: Response, response: Response, request: Request
    ) -> bool:
        """Use the kept answer if the source says that nothing has changed."""
        return response.status == 304  # noqa: PLR2004  Not Modified


class ArchiveMiddleware(HttpCacheMiddleware):
    """Scrapy's cache middleware, but a source that cannot be reached is not covered up by a kept answer."""

    def process_exception(self, request: Request, exception: Exception) -> None:  # type: ignore[override]
        """Let the failure through."""
        request.meta.pop("cached_response", None)


def _headers_of(response: Response) -> tuple[tuple[str, str], ...]:
    kept = [name for name in response.headers if name.lower() not in LEFT_OUT]
    pairs = [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name in kept
        if name.lower() != b"content-length"
        for value in response.headers.getlist(name)
    ]
    return (*pairs, ("Content-Length", str(len(response.body))))
