"""Following redirects, and saying of one that is not followed why.

Scrapy drops without a word a redirect that leads to another host, or to an address that was asked for already
(2.19): a source that moves would only fall silent.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Response


class RedirectError(Exception):
    """A redirect is not followed: it goes round in a circle, or leads to a host of somebody else."""


class NamedRedirectMiddleware(RedirectMiddleware):
    """Scrapy's redirects, where one that is not followed is a failure of its request."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # no spider
        """Follow a redirect within the sources of the spider.

        Raises:
            RedirectError: It leads elsewhere, or back to where it came from.
        """
        result = super().process_response(request, response)
        if not isinstance(result, Request):
            return result
        if result.url in result.meta["redirect_urls"]:
            raise RedirectError(f"redirects that lead back to {result.url}")
        if not self._is_ours(urlsplit(result.url).hostname or ""):
            raise RedirectError(f"a redirect to another host, {result.url}")
        # Or it would be dropped where another request asked for the same address before.
        return result.replace(dont_filter=True)

    def _is_ours(self, host: str) -> bool:
        assert self.crawler.spider is not None  # noqa: S101  there are requests, so it runs
        ours: list[str] = getattr(self.crawler.spider, "allowed_domains", None) or [host]
        return any(host == domain or host.endswith(f".{domain}") for domain in ours)
