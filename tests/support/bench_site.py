"""How long each kind of page takes over very many ballots of nobody, and how heavy it is.

    python tests/support/bench_site.py [DATABASE [REQUESTS [BALLOTS]]]

Makes the database where it is not there: ten million ballots and 200,000 speeches of nobody, with the bundled
sample and the dossier on top, which takes about eight minutes; a name is worth giving. Every page is made
anew for each request, in one process, after a first time that does not count; what a cache in front or the
tag of a page would spare is not counted. Exits with 1 where a page is slower or heavier than wanted.
"""

import asyncio
import logging
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1]), str(HERE.parent / "datasette")]

from bench_search import SPEECH, invented_speeches  # noqa: E402  the path is set above
from many_ballots import BALLOTS, fill  # noqa: E402

from db.database import open_database  # noqa: E402
from db.measures import refresh_measures  # noqa: E402
from db.stems import make_dictionaries  # noqa: E402
from scrapers.serving import make_site  # noqa: E402
from scrapers.tagging import tag_and_index  # noqa: E402

REQUESTS = 200
SPEECHES = 200_000
NOT_FOLLOWED = "UPDATE bills SET is_tracked = 0 WHERE origin = 'sample' AND title LIKE 'Bill %'"
"""The front page lists the bills that are followed, and should list as many as there really are."""


class Wanted(NamedTuple):
    """The most that 19 of 20 requests may take, in ms, and the most that a page may weigh, in kB."""

    time: int | None = None
    size: int = 150


FRONT, PAGE, TABLE = Wanted(60, 60), Wanted(100), Wanted(150)
UNASKED = Wanted()

KEYS = {
    "/votes/": "SELECT vote_key FROM faction_votes WHERE chamber = 'xa-chamber' ORDER BY ballots DESC, 1",
    "/bills/": "SELECT key FROM bills WHERE is_tracked ORDER BY key LIMIT 1",
    "/people/": "SELECT key FROM persons WHERE key LIKE 'xa-%' LIMIT 1",
    "/factions/": "SELECT key FROM factions WHERE key LIKE 'xa-%' LIMIT 1",
    "/debates/": "SELECT sitting_key FROM speeches GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    "/statements/": "SELECT key FROM statements ORDER BY key LIMIT 1",
}
"""Of which row a page is measured."""

STATES = ("ee", "fi", "lt", "lv", "pl")
PAGES = {
    "/": FRONT,
    **dict.fromkeys(("/claims", "/claims/1", "/claims/22", "/claims/38"), PAGE),
    **{f"/states/{state}": PAGE for state in STATES},
    **dict.fromkeys(("/states", "/statements", "/votes", "/abstentions", "/compare", "/freshness"), PAGE),
    "/treaties/apmbc": PAGE,
    "/ottawa/ballots": TABLE,
    "/ottawa/ballots?chamber=xa-chamber&option=abstain": TABLE,
    "/ottawa/ballots?faction=Blue&_facet=term": TABLE,
    "/ottawa/votes": TABLE,
    "/ottawa/speeches": TABLE,
    "/search?q=anti-personnel+mines": TABLE,
    "/search?q=mina&kind=speech&year=2020": TABLE,
    "/search?q=member+042": TABLE,
    "/ottawa": UNASKED,
    "/data": UNASKED,
}


def make(path: Path, ballots: int) -> None:
    """Fill a database, sum it up, and take in what the program itself brings along."""
    fill(path, ballots)
    with closing(open_database(path)) as db:
        sittings = db.execute("SELECT chamber, term, key, start_date FROM sittings").fetchall()
        with db.atomic():
            db.conn.executemany(SPEECH, invented_speeches(SPEECHES, sittings))
            db.execute(NOT_FOLLOWED)
        refresh_measures(db)
        with db.atomic():
            tag_and_index(db)
    with tempfile.TemporaryDirectory() as archive:
        ottawa = str(Path(sys.executable).with_name("ottawa"))
        subprocess.run(
            [ottawa, "crawl", "--sample", "--database", str(path), "--archive", archive], check=True
        )


def pages(path: Path) -> dict[str, Wanted]:
    """Every page to be asked for, with what is wanted of it."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        keys = {room: db.execute(sql).fetchone()[0] for room, sql in KEYS.items()}
    of_a_vote = f"/ottawa/ballots?vote_key={keys['/votes/']}&_facet=option&_facet=faction"
    of_a_member = f"/ottawa/ballots?person_key={keys['/people/']}&_facet=option"
    return {
        **{f"{room}{key}": PAGE for room, key in keys.items()},
        **PAGES,
        of_a_vote: TABLE,
        of_a_member: TABLE,
    }


async def measure(path: Path, requests: int) -> bool:
    """Print a line for each page beside what is wanted of it, and say whether all of it holds."""
    site = make_site(path)
    print(f"load {os.getloadavg()[0]:.1f}")
    print(f"{'page':52} {'p50 ms':>7} {'p95 ms':>7} {'of cpu':>7} {'wanted':>7} {'kB':>5} {'wanted':>7}")
    is_well = True
    for page, wanted in pages(path).items():
        answer = await site.client.get(page)
        found = [await _seconds(site, page) for _ in range(requests)]
        (middle, late), (_, of_processor) = map(_shares, zip(*found, strict=True))
        size = len(answer.content) / 1000
        holds = answer.status_code == 200 and late <= (wanted.time or late) and size <= wanted.size
        is_well = is_well and holds
        print(
            f"{page[:52]:52} {middle:7.0f} {late:7.0f} {of_processor:7.0f} {wanted.time or '':>7} {size:5.0f}"
            f" {wanted.size:>7} {'' if holds else f'missed ({answer.status_code})'}",
            flush=True,
        )
    return is_well


async def _seconds(site, page: str) -> tuple[float, float]:
    """By the clock, and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    await site.client.get(page)
    return time.perf_counter() - wall, time.process_time() - processor


def _shares(times: tuple[float, ...]) -> tuple[float, float]:
    """The median and the 95th of a hundred, in ms."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.95)] * 1000


def main(database: Path, requests: int = REQUESTS, ballots: int = BALLOTS) -> bool:
    if not database.exists():
        database.parent.mkdir(parents=True, exist_ok=True)
        unfinished = database.with_name(f"{database.name}.part")
        unfinished.unlink(missing_ok=True)
        make(unfinished, ballots)
        unfinished.rename(database)
    # One that was made by an older version is brought up to date.
    open_database(database).close()
    make_dictionaries()
    return asyncio.run(measure(database, requests))


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        name, *numbers = sys.argv[1:] or [str(Path(folder) / "many.db")]
        sys.exit(0 if main(Path(name), *map(int, numbers)) else 1)
