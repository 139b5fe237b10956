"""Walking the depositary and its mirrors: every treaty's pages, and the lists to which they lead."""

from __future__ import annotations

from collections.abc import Iterator

from scrapy import Request

from scrapers.pages import Answer, Page
from scrapers.spiders import SourceSpider
from scrapers.treaties import DESK
from scrapers.treaties.followed import FOLLOWED, UNODA
from scrapers.treaties.status_page import action_lists
from scrapers.treaties.unoda import next_name, question


class TreatiesSpider(SourceSpider):
    """Asks for every page of the treaties that are followed; there are a few changes a year."""

    name = "treaties"
    descriptor = DESK

    def begin(self) -> Iterator[Request]:
        """The pages of every treaty, whatever bill or term is selected."""
        for treaty in FOLLOWED:
            yield Request(treaty.status_page)
            yield Request(treaty.xml)
            yield ask_unoda(treaty.short_names[0])
            if treaty.dutch_page is not None:
                yield Request(treaty.dutch_page)

    def follow(self, page: Page, answer: Answer) -> Iterator[Request]:
        """The list of actions behind a status page; the next name where UNODA knows a treaty by another.

        Raises:
            PageError: The answer cannot be read.
        """
        if page.name == "status":
            yield from (Request(address) for address in action_lists(answer))
        elif page.name == "treaty" and (name := next_name(answer)) is not None:
            yield ask_unoda(name)


def ask_unoda(short_name: str) -> Request:
    """The question for a treaty of this name."""
    headers = {"Content-Type": "application/json"}
    return Request(UNODA, method="POST", body=question(short_name), headers=headers)
