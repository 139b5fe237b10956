"""Obeying robots.txt, also for the requests that are made before it has been read.

Scrapy has a middleware for it, but of several requests that wait for the same robots.txt it gives the rules
to the first and nothing to the others, and takes nothing, as well as a robots.txt that cannot be had, for
leave to ask for everything (Scrapy 2.19).
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from urllib.parse import urljoin, urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import load_object

from db.ledger import ProblemState

OK = 200
TOO_MANY = 429
SERVER_ERROR = 500


class RobotsError(IgnoreRequest):
    """A request is not made because of robots.txt: it forbids it, or nobody knows whether it does."""

    def __init__(self, state: ProblemState, reason: str) -> None:
        super().__init__(reason)
        self.state = state


class RobotsMiddleware:
    """Lets a request pass if the robots.txt of its host was read and allows it.

    No robots.txt (404 and its like) allows everything. One that the server fails to give, or that cannot be
    reached, allows nothing, as RFC 9309 asks.
    """

    def __init__(self, crawler: Crawler) -> None:
        """Obey for this crawler.

        Raises:
            NotConfigured: The settings say not to, because no source is asked.
        """
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent: str = crawler.settings["USER_AGENT"]
        self._parser: type[RobotParser] = load_object(crawler.settings["ROBOTSTXT_PARSER"])
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._known: dict[str, RobotParser | RobotsError] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsMiddleware:
        """Make one for a crawler."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or not.

        Raises:
            RobotsError: It may not be made.
        """
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self._rules(request)
        if not rules.allowed(request.url, self._agent):
            raise RobotsError("refused", "robots.txt does not allow it")

    async def _rules(self, request: Request) -> RobotParser:
        host = urlsplit(request.url).netloc
        async with self._turns[host]:
            if host not in self._known:
                self._known[host] = await self._ask(request)
        found = self._known[host]
        if isinstance(found, RobotsError):
            raise found
        return found

    async def _ask(self, request: Request) -> RobotParser | RobotsError:
        robots = Request(
            urljoin(request.url, "/robots.txt"), meta={"dont_obey_robotstxt": True}, callback=NO_CALLBACK
        )
        assert self._crawler.engine is not None  # noqa: S101  there are requests, so it runs
        try:
            response = await self._crawler.engine.download_async(robots)
        except Exception as error:  # noqa: BLE001  whatever it was, we may not ask
            return RobotsError("unreachable", f"robots.txt: {type(error).__name__}: {error}")
        return await self._read(response, request)

    async def _read(self, response: Response, request: Request) -> RobotParser | RobotsError:
        if response.status >= SERVER_ERROR or response.status == TOO_MANY:
            return RobotsError("refused", f"robots.txt cannot be had: HTTP {response.status}")
        body = response.body if response.status == OK else b""
        parser = self._parser.from_crawler(self._crawler, body)
        await self._crawler.signals.send_catch_log_async(
            signals.robots_parsed, robotparser=parser, request=request
        )
        return parser
