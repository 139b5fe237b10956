"""A source of each type, invented, with an address for every fault."""

import sys
from dataclasses import dataclass
from typing import ClassVar

from invented_feeds import address as feed_address
from invented_feeds import article_of, feed_of, host
from invented_press import HOST, item
from invented_terms import ROOM
from loopback import Reply
from lxml import etree

sys.path.extend(str(ROOM / name) for name in ("latvia", "poland"))

import test_latvia_crawl as saeima
from invented_saeima import guid, vote, votes_file
from invented_sejm import API, answers, encode, listed
from invented_sejm import vote as sejm_vote
from senate_pages import DAY, VOTE, a_day, a_roll, a_vote_row
from test_poland_crawl import SEJM, SENATE, page

JSON = {"Content-Type": "application/json"}
RSS = {"Content-Type": "application/rss+xml; charset=utf-8"}


@dataclass(frozen=True)
class World:
    """A source, as a crawl of it asks; subclasses say what stands where faults are laid."""

    size: int
    """How many addresses there are to lay faults over."""
    name = ""
    command: ClassVar[tuple[str, ...]] = ()
    headers = saeima.HTML

    def address(self, number: int) -> str:
        raise NotImplementedError

    def good(self, number: int) -> bytes:
        raise NotImplementedError

    def replies(self) -> dict[str, list[Reply]]:
        rest = self.rest()
        leaves = {self.address(n): [Reply(self.good(n), headers=self.headers)] for n in self.numbers}
        return {**rest, **leaves}

    def rest(self) -> dict[str, list[Reply]]:
        """Everything that the crawl asks for beside these addresses."""
        raise NotImplementedError

    def yesterday(self) -> dict[str, list[Reply]]:
        """The list that leads to these addresses, without its last entry."""
        raise NotImplementedError

    @property
    def numbers(self) -> range:
        return range(1, self.size + 1)


class Json(World):
    """Votes of an invented Sejm."""

    name = "JSON"
    command = ("crawl", "poland", "--term", "10")
    headers = JSON

    def address(self, number: int) -> str:
        return f"{API}/votings/1/{number}"

    def good(self, number: int) -> bytes:
        return encode(sejm_vote(1, number))

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b'"votes"', b'"ballots"')

    def shuffled(self, number: int) -> bytes:
        found = sejm_vote(1, number)
        return encode(dict(reversed({**found, "votes": found["votes"][::-1]}.items())))

    def doubled(self, number: int) -> bytes:
        found = sejm_vote(1, number)
        return encode({**found, "votes": found["votes"] * 2})

    def enlarged(self, number: int) -> bytes:
        return encode({**sejm_vote(1, number), "unheard": {"of": [1]}})

    def rest(self) -> dict[str, list[Reply]]:
        return {url: [Reply(encode(found))] for url, found in answers(sittings=1, votes=self.size).items()}

    def yesterday(self) -> dict[str, list[Reply]]:
        kept = [listed(1, number, sejm_vote(1, number)["votes"]) for number in self.numbers[:-1]]
        return {f"{API}/votings/1": [Reply(encode(kept))]}


class Xml(World):
    """Files of votes of an invented Saeima."""

    name = "XML"
    command = ("crawl", "latvia", "--term", "14")
    headers = saeima.XML

    def address(self, number: int) -> str:
        return saeima.file(number)

    def good(self, number: int) -> bytes:
        return saeima.votes(number).encode()

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b"RESULT>", b"OUTCOME>")

    def shuffled(self, number: int) -> bytes:
        root = etree.fromstring(self.good(number))
        for element in root.iter():
            element[:] = reversed(element)
        return etree.tostring(root)

    def doubled(self, number: int) -> bytes:
        votes = [vote("++-0.", number)] * 2
        return votes_file(*votes, sitting=guid(1000 + number)).encode()

    def enlarged(self, number: int) -> bytes:
        return self.good(number).replace(b"</DKroot>", b"<UNHEARD>1</UNHEARD></DKroot>")

    def rest(self) -> dict[str, list[Reply]]:
        return saeima.world(sittings=self.numbers)

    def yesterday(self) -> dict[str, list[Reply]]:
        return {saeima.PACKAGE_URL: saeima.world(sittings=self.numbers[:-1])[saeima.PACKAGE_URL]}


class Html(World):
    """Rolls of an invented Senate."""

    name = "HTML"
    command = ("crawl", "poland", "--bill", "1")
    BALLOTS = ("M. Alpha", "Za"), ("M. Beta", "Nieobecny")

    def address(self, number: int) -> str:
        return VOTE.replace("10650", f"{20000 + number}")

    def good(self, number: int) -> bytes:
        return self._page(a_roll(*self.BALLOTS))

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b'class="senator"', b'class="person"')

    def shuffled(self, number: int) -> bytes:
        return self._page(a_roll(*self.BALLOTS[::-1]))

    def doubled(self, number: int) -> bytes:
        return self.good(number).replace(b"</body>", self.good(number) + b"</body>")

    def enlarged(self, number: int) -> bytes:
        return self.good(number).replace(b"</body>", b"<p class='unheard'>of</p></body>")

    def rest(self) -> dict[str, list[Reply]]:
        return {**SEJM, **SENATE, DAY: self._day(self.numbers)}

    def yesterday(self) -> dict[str, list[Reply]]:
        return {DAY: self._day(self.numbers[:-1])}

    @staticmethod
    def _page(body: str) -> bytes:
        return f"<html><body>{body}</body></html>".encode()

    @staticmethod
    def _day(numbers: range) -> list[Reply]:
        rows = (a_vote_row(number, 20000 + number) for number in numbers)
        return page(a_day(*rows, dates="23 września 2025 r."))


class Feed(World):
    """Feeds of invented ministries, each on a host of its own."""

    name = "feed"
    command = ("crawl", "press")
    headers = RSS

    def address(self, number: int) -> str:
        return feed_address(number)

    def good(self, number: int) -> bytes:
        return feed_of(number).encode()

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b"link>", b"address>")

    def shuffled(self, number: int) -> bytes:
        one, two = item(), item(title="On roads", path="/news/roads")
        return (
            feed_of(number).replace(one, "").replace("</channel>", f"{one}</channel>").encode()
            if two
            else b""
        )

    def doubled(self, number: int) -> bytes:
        return feed_of(number, item()).encode()

    def enlarged(self, number: int) -> bytes:
        return self.good(number).replace(b"<item>", b"<item><unheard>of</unheard>")

    def rest(self) -> dict[str, list[Reply]]:
        articles = (article_of(number).encode() for number in self.numbers)
        return {f"{host(n)}/news/mines": [Reply(a, headers=saeima.HTML)] for n, a in enumerate(articles, 1)}

    def yesterday(self) -> dict[str, list[Reply]]:
        kept = feed_of(self.size).replace(item().replace(HOST, host(self.size)), "")
        return {self.address(self.size): [Reply(kept.encode(), headers=self.headers)]}


WORLDS = (Json, Xml, Html, Feed)
