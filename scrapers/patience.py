"""Waiting: before a retry as long as the source asks, and between requests as long as its robots.txt asks."""

from __future__ import annotations

import asyncio
import datetime as dt
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.settings import BaseSettings


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, each after a wait: what `Retry-After` asks, or twice as long each time.

    A source that asks for more patience than `OTTAWA_RETRY_CAP` seconds is not asked again in this run.
    """

    def __init__(self, settings: BaseSettings) -> None:
        """Wait by these settings."""
        super().__init__(settings)
        self._base = settings.getfloat("OTTAWA_RETRY_BASE")
        self._cap = settings.getfloat("OTTAWA_RETRY_CAP")

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Wait before a retry that the answer makes necessary, if there is to be one."""
        asked = retry_after(response, dt.datetime.now(dt.UTC))
        if asked is not None and asked > self._cap:
            return response
        result = super().process_response(request, response)
        if isinstance(result, Request):
            await asyncio.sleep(self.wait(request, asked))
        return result

    async def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """Wait before a retry that a failure of the network makes necessary, if there is to be one."""
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await asyncio.sleep(self.wait(request, None))
        return result

    def wait(self, request: Request, asked: float | None) -> float:
        """Seconds to wait before the next try of this request, at most the cap."""
        tries = request.meta.get("retry_times", 0)
        return min(self._cap, self._base * 2**tries if asked is None else asked)


class CrawlDelay:
    """Obeys the Crawl-delay of robots.txt, which Scrapy reads but leaves to others."""

    def __init__(self, crawler: Crawler) -> None:
        """Listen for robots.txt files as they are read."""
        self._crawler = crawler
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        """Make one for a crawler."""
        return cls(crawler)

    def _robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        delay = robotparser.crawl_delay(self._crawler.settings["USER_AGENT"])
        if not delay:
            return
        host = urlsplit(request.url).hostname or ""
        slot = self._crawler.engine.downloader.slots.get(host)
        if slot is not None:
            slot.delay = max(slot.delay, delay)


def retry_after(response: Response, now: dt.datetime) -> float | None:
    """Seconds that the answer's `Retry-After` asks for, written as a number or as a date; else None."""
    header = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if header.isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())
