"""Reading the site as a browser would, without a network."""

import asyncio
import sqlite3

from bs4 import BeautifulSoup

from scrapers.serving import make_site


class Reader:
    def __init__(self, database):
        self.site = make_site(database)

    def get(self, address):
        answer = asyncio.run(self.site.client.get(address))
        # Datasette 1.0 leads a question in SQL on to an address of its own.
        if answer.status_code == 302 and "/-/query" in answer.headers["location"]:
            return self.get(answer.headers["location"])
        return answer

    def page(self, address):
        answer = self.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[-300:]}"
        return BeautifulSoup(answer.text, "lxml")

    def text(self, address):
        """What a reader sees of the content, with single spaces."""
        return words(self.page(address).main)

    def rows(self, address):
        return self.get(address).json()


def words(element):
    return " ".join(element.get_text(" ").split())


def changed_copy(database, folder, *statements):
    """The site over a copy of the database in which something was changed."""
    copy = folder / "changed.db"
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
        for statement in statements:
            target.execute(statement)
    return Reader(copy)
