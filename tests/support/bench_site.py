"""How long each kind of page takes over very many ballots of nobody, and how heavy it is.

    python tests/support/bench_site.py [BALLOTS [REQUESTS]]

Ten million ballots take some minutes to be made. Every page is asked for in one process, after a first time
that does not count; what a cache in front would spare is not counted either.
"""

import asyncio
import logging
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

from many_ballots import BALLOTS, fill  # noqa: E402  the path is set above

from db.database import open_database  # noqa: E402
from db.measures import refresh_measures  # noqa: E402
from db.timeline import settle_timeline  # noqa: E402
from scrapers.serving import make_site  # noqa: E402

REQUESTS = 200

KEYS = {
    "/votes/": "SELECT vote_key AS key FROM faction_votes ORDER BY ballots DESC LIMIT 1",
    "/bills/": "SELECT key FROM bills LIMIT 1",
    "/people/": "SELECT key FROM persons LIMIT 1",
    "/factions/": "SELECT key FROM factions LIMIT 1",
}
"""Of which row a page is measured."""

ROOMS = ("/", "/votes", "/compare", "/abstentions", "/freshness", "/data")
TABLES = ("/ottawa", "/ottawa/votes", "/ottawa/ballots")


def make(path: Path, ballots: int) -> list[str]:
    """Fill a database, sum it up, and say which pages are to be asked for."""
    fill(path, ballots)
    with closing(open_database(path)) as db:
        refresh_measures(db)
        settle_timeline(db)
        found = {room: db.execute(sql).fetchone() for room, sql in KEYS.items()}
        votes = db.execute("SELECT key FROM votes LIMIT 1").fetchone()[0]
    keyed = [f"{room}{row[0]}" for room, row in found.items() if row]
    return [*ROOMS, *keyed, *TABLES, f"/ottawa/ballots?vote_key={votes}&_facet=option&_facet=faction"]


async def measure(path: Path, pages: list[str], requests: int) -> None:
    """Print a line for each page: its answer, the median and the 95th of a hundred in ms, and its size."""
    site = make_site(path)
    print(f"{'page':60} {'answer':>6} {'p50 ms':>8} {'p95 ms':>8} {'kB':>6}")
    for page in pages:
        answer = await site.client.get(page)
        times = sorted([await _seconds(site, page) for _ in range(requests)])
        middle, late = times[len(times) // 2] * 1000, times[int(len(times) * 0.95)] * 1000
        size = len(answer.content) / 1000
        print(f"{page[:60]:60} {answer.status_code:>6} {middle:8.0f} {late:8.0f} {size:6.0f}", flush=True)


async def _seconds(site, page: str) -> float:
    started = time.perf_counter()
    await site.client.get(page)
    return time.perf_counter() - started


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    size, times = [*map(int, sys.argv[1:]), *(BALLOTS, REQUESTS)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "many.db"
        asyncio.run(measure(database, make(database, size), times))
