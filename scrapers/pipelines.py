"""From the spider into the database: one item is one answer, and one transaction."""

from __future__ import annotations

from scrapy.crawler import Crawler

from db.database import open_database
from scrapers.intake import Intake
from scrapers.spiders import Problem, Received


class StorePipeline:
    """Takes in every answer of a crawl, and closes its run with the reason it ended."""

    def __init__(self, crawler: Crawler) -> None:
        """Store into the database named by the setting `OTTAWA_DATABASE`."""
        self._crawler = crawler
        self._settings = crawler.settings

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """Make one for a crawler."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Open the database, and a run in it."""
        spider = self._crawler.spider
        assert spider is not None  # noqa: S101  Scrapy sets it before it opens pipelines
        self._db = open_database(self._settings["OTTAWA_DATABASE"])
        self.intake = Intake(
            self._db, spider.name, self._settings["OTTAWA_MODE"], self._settings["OTTAWA_ORIGIN"]
        )
        self._crawler.stats.set_value("ottawa/intake", self.intake)

    def process_item(self, item: Received | Problem) -> Received | Problem:
        """Store an answer, or remember that none came."""
        if isinstance(item, Problem):
            self.intake.fail(item)
        else:
            self.intake.take(item)
        return item

    def close_spider(self) -> None:
        """Close the run with what Scrapy counted."""
        stats = self._crawler.stats
        requests = stats.get_value("downloader/request_count", 0)
        errors = stats.get_value("log_count/CRITICAL", 0)
        crash = f"{errors} errors in the program itself: see the log" if errors else None
        self.intake.close(requests, crash)
        self._db.close()
