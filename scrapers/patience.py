"""Waiting: before a retry as long as the source asks, and between requests as long as its robots.txt asks."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import time
from email.utils import parsedate_to_datetime

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.settings import BaseSettings


class PatientRetryMiddleware(RetryMiddleware):
    """Scrapy's retries, each after a wait: what `Retry-After` asks, or about twice as long each time.

    Meanwhile the whole host is left alone, and not only the address that failed. A source that asks for more
    patience than `OTTAWA_RETRY_CAP` seconds is not asked for that address again in this run.
    """

    def __init__(self, settings: BaseSettings) -> None:
        """Wait by these settings."""
        super().__init__(settings)
        self._base = settings.getfloat("OTTAWA_RETRY_BASE")
        self._cap = settings.getfloat("OTTAWA_RETRY_CAP")

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # waits
        """Wait before a retry that the answer makes necessary, if there is to be one."""
        asked = retry_after(response, dt.datetime.now(dt.UTC))
        if asked is not None and asked > self._cap:
            return response
        result = super().process_response(request, response)
        if isinstance(result, Request):
            await self._hold(request, self.wait(request, asked))
        return result

    async def process_exception(  # type: ignore[override]  # waits
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Wait before a retry that a failure of the network makes necessary, if there is to be one."""
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await self._hold(request, self.wait(request, None))
        return result

    def wait(self, request: Request, asked: float | None) -> float:
        """Seconds to wait before the next try of this request, at most the cap.

        Unless the source asks for a time, ours varies, so that crawls which failed together come back apart.
        """
        if asked is not None:
            return min(self._cap, asked)
        tries: int = request.meta.get("retry_times", 0)
        return min(self._cap, self._base * 2.0**tries * random.uniform(0.75, 1.25))  # noqa: S311  no secret

    async def _hold(self, request: Request, seconds: float) -> None:
        slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
        if slot is not None:
            # The next request to this host goes out one delay after this moment, whoever makes it.
            slot.lastseen = time.monotonic() + seconds
        await asyncio.sleep(seconds)


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
        settings, downloader = self._crawler.settings, self._crawler.engine.downloader
        asked = robotparser.crawl_delay(settings["USER_AGENT"])
        if not asked:
            return
        host = downloader.get_slot_key(request)
        ours = downloader.per_slot_settings.get(host, {})
        delay = max(asked, ours.get("delay", settings.getfloat("DOWNLOAD_DELAY")))
        # For the slots to come, since Scrapy drops idle ones; and without jitter, which would go below.
        downloader.per_slot_settings[host] = {**ours, "delay": delay, "jitter": 0}
        if host in downloader.slots:
            downloader.slots[host].delay, downloader.slots[host].jitter = delay, 0


def retry_after(response: Response, now: dt.datetime) -> float | None:
    """Seconds that the answer's `Retry-After` asks for, as a number or as a date; None if it asks nothing."""
    header = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if header.isdecimal():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())
