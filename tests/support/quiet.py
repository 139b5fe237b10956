"""What a night on unchanged sources asks of all of them together.

    python tests/support/quiet.py [NIGHTS]

All seven spiders walk their invented sources, of which nothing ever changes, under the clock of the soak. As
many ministries as are really followed have a feed, each on a host of its own. Each host of which a page is
asked in a night is also asked for its robots.txt, which is what `scrapers.robots` does.
"""

import dataclasses
import datetime as dt
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fault_worlds import WORLDS, Press, Treaties, World
from invented_feeds import outlet
from invented_states import know_invented_states
from invented_treaty import STATES
from scrapy import Request
from scrapy.utils.request import fingerprint
from soak import FIRST, Night, Plan, Sleeper
from sqlite_utils import Database

from db import ledger
from db.database import open_database
from scrapers import intake, pages, press
from scrapers.archive import Archive, Capture
from scrapers.crawl import take_in_dossier
from scrapers.intake import Intake
from scrapers.parliaments.estonia.spider import RiigikoguSpider
from scrapers.parliaments.finland.spider import EduskuntaSpider
from scrapers.parliaments.latvia.spider import SaeimaSpider
from scrapers.parliaments.lithuania.spider import SeimasSpider
from scrapers.parliaments.poland.spider import PolishSpider
from scrapers.press import spider as press_walk
from scrapers.press.outlets import OUTLETS
from scrapers.press.spider import PressSpider
from scrapers.spiders import Selection, SourceSpider
from scrapers.treaties.spider import TreatiesSpider

SPIDERS: dict[str, type[SourceSpider]] = {
    spider.name: spider
    for spider in (
        EduskuntaSpider,
        PolishSpider,
        PressSpider,
        RiigikoguSpider,
        SaeimaSpider,
        SeimasSpider,
        TreatiesSpider,
    )
}
SIZES: dict[type[World], int] = {Press: len(OUTLETS), Treaties: Treaties.most}
USUAL = 60
"""After so many nights without a change, a night is as any other."""


def invent(replace: Callable[[Any, str, Any], None] = setattr) -> None:
    """Put as many invented ministries as are followed in their place, and invented states on the map."""
    know_invented_states(replace)
    outlets = tuple(outlet(number) for number in range(1, len(OUTLETS) + 1))
    desk = dataclasses.replace(press.desk(outlets), states=STATES)
    found = (*pages.descriptors(), desk)
    replace(press_walk, "OUTLETS", outlets)
    replace(press_walk, "BY_KEY", {one.key: one for one in outlets})
    replace(PressSpider, "descriptor", desk)
    replace(pages, "descriptors", lambda: found)
    replace(intake, "descriptors", lambda: found)


@dataclass
class QuietNight(Night):
    """What a night came to, by source: pages asked for, and robots.txt."""

    pages: Counter[str] = field(default_factory=Counter)
    robots: Counter[str] = field(default_factory=Counter)


class QuietSleeper(Sleeper):
    """Plays nights of all worlds, on which nothing happens."""

    def __init__(self, db: Database, archive: Archive, folder: Path, size: int) -> None:
        super().__init__(db, archive, folder, Plan())
        self._worlds = [made(SIZES.get(made, size)) for made in WORLDS]
        # Of the two chambers of one spider each world has both: what one has said, the other does not.
        self._said: dict[str, bytes] = {}
        for world in self._worlds:
            self._said = {**said_by(world), **self._said}
        self._hosts: set[str] = set()
        self._seen: set[bytes] = set()

    def quiet_night(self, number: int) -> QuietNight:
        now = FIRST + dt.timedelta(days=number)
        ledger.now = lambda: now.isoformat(timespec="milliseconds")
        played = QuietNight(number)
        self._hosts, self._seen = set(), set()
        for world in self._worlds:
            self._walk_world(world, now, played)
        played.requests = played.pages.total() + played.robots.total()
        return played

    def _walk_world(self, world: World, now: dt.datetime, played: QuietNight) -> None:
        _, name, *chosen = world.command
        selection = Selection.of(**{chosen[0].removeprefix("--"): chosen[1]} if chosen else {})
        spider = SPIDERS[name](selection=selection)
        stored = Intake(self._db, name, "live", str(selection))
        known = len(self._hosts)
        waiting = list(spider.begin())
        while waiting:
            request = waiting.pop(0)
            if (which := fingerprint(request)) not in self._seen:
                self._seen.add(which)
                capture = self._believed(request, now) or self._asked(request, self._said, now, played)
                waiting += self._taken(stored, spider, request, capture)
        played.pages[world.name] += played.requests
        played.robots[world.name] += len(self._hosts) - known
        stored.close(played.requests)
        played.rows += stored.figures.rows_written
        played.answers += stored.figures.responses
        played.requests = 0

    def _asked(
        self, request: Request, source: dict[str, bytes], now: dt.datetime, played: Night
    ) -> Capture | None:
        self._hosts.add(urlsplit(request.url).netloc)
        return super()._asked(request, source, now, played)


def said_by(world: World) -> dict[str, bytes]:
    """What a world answers, by address."""
    return {url: replies[-1].body for url, replies in world.replies().items() if replies[-1].status == 200}


def play(nights: Iterable[int], room: Path, size: int = 5) -> list[QuietNight]:
    """Play the nights; the invented must be in place."""
    real = ledger.now
    with Archive(room / "archive") as archive, closing(open_database(room / "ottawa.db")) as db:
        try:
            take_in_dossier(db, "live")
            sleeper = QuietSleeper(db, archive, room / "archive", size)
            return [sleeper.quiet_night(number) for number in nights]
        finally:
            ledger.now = real


def table(played: list[QuietNight]) -> Iterator[str]:
    """What the usual nights among them cost, in all and by source."""
    usual = played[USUAL:]
    asked = [night.requests for night in usual]
    yield f"{len(usual)} nights: {statistics.mean(asked):.1f} requests on average, {max(asked)} at most"
    for name in played[0].pages:
        for kind in ("pages", "robots"):
            found = [getattr(night, kind)[name] for night in usual]
            yield f"  {name:10} {kind:6} {statistics.mean(found):5.1f} on average, {max(found):3} at most"
    yield f"rows: {sum(night.rows for night in usual)}, answers a night: {usual[-1].answers}"


if __name__ == "__main__":
    invent()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    with TemporaryDirectory() as there:
        print(*table(play(range(count), Path(there))), sep="\n")
