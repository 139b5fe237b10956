"""Each source, invented, under the addresses of the real one, with an address for every fault."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from invented_feeds import address as feed_address
from invented_feeds import article_of, feed_of, host
from invented_press import HOST, item
from invented_terms import ROOM
from loopback import Reply
from lxml import etree

sys.path.extend(str(ROOM / name) for name in ("estonia", "finland", "latvia", "lithuania", "poland"))

import eduskunta_crawled as eduskunta
import estonia_answers as riigikogu
import invented_treaty as treaties
import test_estonia_members as riigikogu_members
import test_estonia_sessions as riigikogu_sessions
import test_latvia_crawl as saeima
import test_lithuania_crawl as seimas
from invented_saeima import guid, vote, votes_file
from invented_seimas import BALLOTS, totals
from invented_sejm import API, answers, encode, listed
from invented_sejm import vote as sejm_vote
from senate_pages import DAY, VOTE, a_day, a_roll, a_vote_row
from test_poland_crawl import SEJM, SENATE, page

from scrapers.pages import Answer
from scrapers.parliaments.finland.keys import address as eduskunta_address

JSON = {"Content-Type": "application/json"}
Rows = tuple[tuple[str, ...], ...]
RSS = {"Content-Type": "application/rss+xml; charset=utf-8"}


@dataclass(frozen=True)
class World:
    """A source, as a crawl of it asks; subclasses say what stands where faults are laid."""

    size: int
    """How many addresses there are to lay faults over."""
    name = ""
    command: ClassVar[tuple[str, ...]] = ()
    headers = saeima.HTML
    most: ClassVar[int] = 1000
    """How many addresses there can be."""

    @property
    def environment(self) -> dict[str, str]:
        """What the crawl must be told beside the command."""
        return {}

    def headers_of(self, number: int) -> dict[str, str]:
        return self.headers

    def address(self, number: int) -> str:
        raise NotImplementedError

    def good(self, number: int) -> bytes:
        raise NotImplementedError

    def replies(self) -> dict[str, list[Reply]]:
        rest = self.rest()
        leaves = {self.address(n): [Reply(self.good(n), headers=self.headers_of(n))] for n in self.numbers}
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
    """A source that answers in JSON; subclasses say what, and where its list of ballots is."""

    headers = JSON
    ballots = "votes"

    def said(self, number: int) -> dict[str, Any]:
        raise NotImplementedError

    def good(self, number: int) -> bytes:
        return encode(self.said(number))

    def renamed(self, number: int) -> bytes:
        found = dict(self.said(number))
        unheard = found.pop(self.ballots)
        return encode({**found, "unheard": unheard})

    def shuffled(self, number: int) -> bytes:
        found = self.said(number)
        return encode(dict(reversed({**found, self.ballots: found[self.ballots][::-1]}.items())))

    def doubled(self, number: int) -> bytes:
        found = self.said(number)
        return encode({**found, self.ballots: found[self.ballots] * 2})

    def enlarged(self, number: int) -> bytes:
        return encode({**self.said(number), "unheard": {"of": [1]}})


class Sejm(Json):
    """Votes of an invented Sejm."""

    name = "sejm"
    command = ("crawl", "poland", "--term", "10")

    def address(self, number: int) -> str:
        return f"{API}/votings/1/{number}"

    def said(self, number: int) -> dict[str, Any]:
        return sejm_vote(1, number)

    def rest(self) -> dict[str, list[Reply]]:
        return {url: [Reply(encode(found))] for url, found in answers(sittings=1, votes=self.size).items()}

    def yesterday(self) -> dict[str, list[Reply]]:
        kept = [listed(1, number, sejm_vote(1, number)["votes"]) for number in self.numbers[:-1]]
        return {f"{API}/votings/1": [Reply(encode(kept))]}


class Eduskunta(Json):
    """Votes of an invented Eduskunta on one bill."""

    name = "eduskunta"
    command = ("crawl", "finland", "--bill", eduskunta.BILL)
    ballots = "aanestystapahtumat"

    def address(self, number: int) -> str:
        return eduskunta.vote_url(number)

    def said(self, number: int) -> dict[str, Any]:
        return eduskunta.new_vote(number)

    def rest(self) -> dict[str, list[Reply]]:
        return eduskunta.world(self.size, 0)

    def yesterday(self) -> dict[str, list[Reply]]:
        place = eduskunta_address("taysistunnot/asian-aanestykset", eduskunta.BILL)
        return {place: eduskunta.world(self.size - 1, 0)[place]}


class Riigikogu(Json):
    """Votes of an invented Riigikogu. Where one fails, its public site is asked, and has none."""

    name = "riigikogu"
    command = ("crawl", "estonia", "--term", "15")
    ballots = "voters"

    def address(self, number: int) -> str:
        return f"{riigikogu.API}/votings/{riigikogu.uuid(5000 + number)}"

    def said(self, number: int) -> dict[str, Any]:
        return riigikogu.a_vote(**self._changes(number))

    def rest(self) -> dict[str, list[Reply]]:
        members, sessions, api = riigikogu_members, riigikogu_sessions, riigikogu.API
        found = {
            f"{api}/usergroups": [members.a_group()],
            members.GROUP_URL: members.a_group(members=[members.a_group_member()]),
            f"{api}/plenary-members": [riigikogu.a_member()],
            f"{api}/plenary-members?status=ALL&membership=15": [riigikogu.a_member()],
            f"{api}/sessions": [sessions.a_session(startDate="2025-01-01", endDate="2025-01-31")],
            riigikogu.VERBATIMS_URL: [riigikogu.a_verbatim()],
        }
        listed = {f"{api}/votings?startDate=2025-01-01&endDate=2025-02-01": self._listed(self.numbers)}
        return {**{url: [Reply(encode(content))] for url, content in found.items()}, **listed}

    def yesterday(self) -> dict[str, list[Reply]]:
        return {
            f"{riigikogu.API}/votings?startDate=2025-01-01&endDate=2025-02-01": self._listed(
                self.numbers[:-1]
            )
        }

    def _listed(self, numbers: range) -> list[Reply]:
        votings = (riigikogu.a_voting(**self._changes(number)) for number in numbers)
        return [Reply(encode([riigikogu.a_sitting(*votings)]))]

    @staticmethod
    def _changes(number: int) -> dict[str, Any]:
        return {
            "uuid": riigikogu.uuid(5000 + number),
            "votingNumber": number,
            "startDateTime": f"2025-01-08T15:{number % 60:02}:{number // 60:02}.79",
            "relatedDraft": None,
        }


class Xml(World):
    """A source that answers in XML."""

    headers = saeima.XML

    def shuffled(self, number: int) -> bytes:
        root = etree.fromstring(self.good(number))
        for element in root.iter():
            element[:] = reversed(element)
        return etree.tostring(root)


class Seimas(Xml):
    """Ballots of votes of an invented Seimas."""

    name = "seimas"
    command = seimas.TERM
    headers = seimas.XML

    def address(self, number: int) -> str:
        return seimas.address_of_vote(number)

    def good(self, number: int) -> bytes:
        return seimas.ballots(number)

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b"asmens_id", b"unheard")

    def doubled(self, number: int) -> bytes:
        return seimas.ballots(number, totals(2, 1, 1, 4), *BALLOTS, *BALLOTS)

    def enlarged(self, number: int) -> bytes:
        return seimas.ballots(number, totals(2, 1, 1, 4), *BALLOTS, "<unheard>of</unheard>")

    def rest(self) -> dict[str, list[Reply]]:
        return seimas.world(self.numbers)

    def yesterday(self) -> dict[str, list[Reply]]:
        return {seimas.COURSE: seimas.world(self.numbers[:-1])[seimas.COURSE]}


class Saeima(Xml):
    """Files of votes of an invented Saeima."""

    name = "saeima"
    command = ("crawl", "latvia", "--term", "14")

    def address(self, number: int) -> str:
        return saeima.file(number)

    def good(self, number: int) -> bytes:
        return saeima.votes(number).encode()

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b"RESULT>", b"OUTCOME>")

    def doubled(self, number: int) -> bytes:
        votes = [vote("++-0.", number)] * 2
        return votes_file(*votes, sitting=guid(1000 + number)).encode()

    def enlarged(self, number: int) -> bytes:
        return self.good(number).replace(b"</DKroot>", b"<UNHEARD>1</UNHEARD></DKroot>")

    def rest(self) -> dict[str, list[Reply]]:
        return saeima.world(sittings=self.numbers)

    def yesterday(self) -> dict[str, list[Reply]]:
        return {saeima.PACKAGE_URL: saeima.world(sittings=self.numbers[:-1])[saeima.PACKAGE_URL]}


class Senat(World):
    """Rolls of an invented Senate."""

    name = "senat"
    command = ("crawl", "poland", "--bill", "1")
    CAST = ("M. Alpha", "Za"), ("M. Beta", "Nieobecny")

    def address(self, number: int) -> str:
        return VOTE.replace("10650", f"{20000 + number}")

    def good(self, number: int) -> bytes:
        return self._page(a_roll(*self.CAST))

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b'class="senator"', b'class="person"')

    def shuffled(self, number: int) -> bytes:
        return self._page(a_roll(*self.CAST[::-1]))

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


class Press(World):
    """Feeds of invented ministries, each on a host of its own."""

    name = "press"
    command = ("crawl", "press")
    headers = RSS

    @property
    def environment(self) -> dict[str, str]:
        return {"FEEDS": str(self.size)}

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


class Treaties(World):
    """The pages of the followed treaties at the depositary, as HTML and as XML, and at the Dutch mirror."""

    name = "treaties"
    command = ("crawl", "treaties")
    most = 2 * len(treaties.FOLLOWED) + 1

    @property
    def environment(self) -> dict[str, str]:
        return {"STATES": "1"}

    def headers_of(self, number: int) -> dict[str, str]:
        return saeima.XML if self._page(number)[0] == "xml" else saeima.HTML

    def address(self, number: int) -> str:
        return self._answer(number).url

    def good(self, number: int) -> bytes:
        return self._answer(number).body

    def renamed(self, number: int) -> bytes:
        return self.good(number).replace(b"Part", b"Unheard-of part")

    def shuffled(self, number: int) -> bytes:
        return self._answer(number, lambda rows: rows[::-1]).body

    def doubled(self, number: int) -> bytes:
        return self._answer(number, lambda rows: rows * 2).body

    def enlarged(self, number: int) -> bytes:
        before, tag, after = self.good(number).rpartition(b"</")
        return before + b"<Unheard>of</Unheard>" + tag + after

    def rest(self) -> dict[str, list[Reply]]:
        told = [
            treaties.unoda_answer(
                treaties.unoda_action(), short_name=treaty.short_names[0], name=treaties.TITLES[treaty.key]
            )
            for treaty in treaties.FOLLOWED
        ]
        return {f"{one.url} {one.request_body.decode()}": [Reply(one.body)] for one in told}

    def yesterday(self) -> dict[str, list[Reply]]:
        """No list leads to these pages."""
        return {}

    @staticmethod
    def _page(number: int) -> tuple[str, str]:
        """Of which kind it is, and about which treaty."""
        kinds = [(kind, treaty.key) for kind in ("status", "xml") for treaty in treaties.FOLLOWED]
        return [*kinds, ("parties", "apmbc")][number - 1]

    def _answer(self, number: int, change: Callable[[Rows], Rows] = tuple) -> Answer:
        kind, treaty = self._page(number)
        if kind == "status":
            return treaties.status_answer(treaty, rows=change(treaties.ROWS))
        if kind == "xml":
            return treaties.xml_answer(treaty, rows=change(treaties.ROWS))
        return treaties.dutch_answer(change(treaties.DUTCH_ROWS))


WORLDS = (Seimas, Saeima, Riigikogu, Sejm, Senat, Eduskunta, Treaties, Press)
