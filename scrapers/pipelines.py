"""From the spider into the database: one item is one answer, and one transaction."""

from __future__ import annotations

from scrapy import signals
from scrapy.crawler import Crawler

from db.database import open_database
from scrapers.intake import Intake
from scrapers.spiders import Problem, Received


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

    def process_item(self, item: Received | Problem) -> Received | Problem:
        """Store an answer, or remember that none came."""
        if isinstance(item, Problem):
            self._intake.fail(item)
        else:
            self._intake.take(item)
        return item

    def _crashed(self) -> None:
        self._crash = "an error in the program itself: see the log"

    def _spider_closed(self, reason: str) -> None:
        if reason != "finished" and self._crash is None:
            self._crash = f"stopped before its time: {reason}"
        requests = self._crawler.stats.get_value("downloader/request_count", 0)
        self._intake.close(requests, self._crash)
        self._db.close()
