"""From the spider into the database: one item is one answer, and one transaction."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress

from scrapy import signals
from scrapy.crawler import Crawler

from db.database import open_database
from db.ledger import STOPPED
from scrapers.intake import Intake
from scrapers.spiders import Problem, Received
from scrapers.trouble import trouble_in


class StorePipeline:
    """Takes in every answer of a crawl, and closes its run with the reason it ended."""

    def __init__(self, crawler: Crawler) -> None:
        """Store into the database that the setting `OTTAWA_DATABASE` names."""
        self._crawler = crawler
        self._crash: str | None = None
        for handler, signal in (
            (self._crashed, signals.spider_error),
            (self._crashed, signals.item_error),
            (self._spider_closed, signals.spider_closed),
        ):
            crawler.signals.connect(handler, signal=signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """Make one for a crawler."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Open the database, and a run in it."""
        spider = self._crawler.spider
        assert spider is not None  # noqa: S101  Scrapy sets it before it opens pipelines
        self._db = open_database(self._crawler.settings["OTTAWA_DATABASE"])
        mode = self._crawler.settings["OTTAWA_MODE"]
        self._intake = Intake(self._db, spider.name, mode, str(spider.selection))  # type: ignore[attr-defined]  # a SourceSpider
        spider.go_on_with(self._intake.resumed_since)  # type: ignore[attr-defined]  # a SourceSpider

    def process_item(self, item: Received | Problem) -> Received | Problem:
        """Store an answer, or remember that none came; nothing more after trouble with this machine."""
        if self._crash is None:
            try:
                self._store(item)
            except sqlite3.Error as error:
                self._stop(error)
        return item

    def _store(self, item: Received | Problem) -> None:
        if isinstance(item, Problem):
            self._intake.fail(item)
        else:
            self._intake.take(item)

    def _stop(self, error: sqlite3.Error) -> None:
        """Ask the sources for nothing more that could not be stored."""
        trouble = trouble_in(error)
        if trouble is None:
            raise error
        self._crash = f"{STOPPED}: {trouble}"
        assert self._crawler.engine is not None  # noqa: S101  there are items, so it runs
        asyncio.get_running_loop().create_task(self._crawler.engine.close_spider_async(reason=trouble))

    def _crashed(self) -> None:
        self._crash = "an error in the program itself: see the log"

    def _spider_closed(self, reason: str) -> None:
        if reason != "finished" and self._crash is None:
            self._crash = f"{STOPPED}: {reason}"
        requests = self._crawler.stats.get_value("downloader/request_count", 0)
        # Where nothing can be written the run stays open: an alarm says so, and the command the reason.
        with suppress(sqlite3.OperationalError):
            self._intake.close(requests, self._crash)
        self._db.close()
