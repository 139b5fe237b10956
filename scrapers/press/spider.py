"""Walking the press: from a feed or list to the articles that are about the subject."""

from __future__ import annotations

from collections.abc import Iterator

from scrapy import Request

from scrapers.pages import Answer, Page
from scrapers.press import DESK
from scrapers.press.feeds import feed_items
from scrapers.press.items import wanted
from scrapers.press.lists import list_items
from scrapers.press.outlets import OUTLETS
from scrapers.spiders import SourceSpider

LISTINGS = {"feed": feed_items, "list": list_items}
BY_KEY = {outlet.key: outlet for outlet in OUTLETS}


class PressSpider(SourceSpider):
    """Asks for every feed and list. They hold what is recent; older statements are in the dossier."""

    name = "press"
    descriptor = DESK

    def begin(self) -> Iterator[Request]:
        """Every feed and list, whatever bill or term is selected."""
        yield from (Request(outlet.listing) for outlet in OUTLETS)

    def follow(self, page: Page, answer: Answer) -> Iterator[Request]:
        """The articles about the subject that are not older than asked for.

        Raises:
            PageError: The feed or list cannot be read.
        """
        if page.name not in LISTINGS:
            return
        outlet, since = BY_KEY[page.source], self.selection.since
        for item in wanted(LISTINGS[page.name](outlet, answer), outlet):
            if since is None or item.day is None or item.day >= since:
                yield Request(item.address)
