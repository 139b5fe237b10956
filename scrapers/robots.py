"""Obeying robots.txt, also for the requests that are made before it has been read."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import RobotParser


class PatientRobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware, which lets requests through that wait for the same robots.txt together.

    Of several that wait, Scrapy 2.19 gives the rules to the first and nothing to the others, and nothing
    means that all is allowed. So here they wait one by one.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Obey for this crawler."""
        super().__init__(crawler)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host, or None if it has none."""
        async with self._turns[urlsplit(request.url).netloc]:
            return await super().robot_parser(request)
