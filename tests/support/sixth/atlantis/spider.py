"""Walks the divisions of Atlantis, one after the other."""

from scrapers.parliaments.atlantis import API, PARLIAMENT
from scrapy import Request

from scrapers.spiders import SourceSpider


class AtlantisSpider(SourceSpider):
    name = "atlantis"
    descriptor = PARLIAMENT

    def begin(self):
        yield Request(f"{API}/divisions/1")

    def follow(self, page, answer):
        number = int(answer.url.rpartition("/")[2])
        yield Request(f"{API}/divisions/{number + 1}")
