"""The figures of docs/search.md: how long a search takes over 200,000 generated speeches, facets and all.

    python tests/support/bench_search.py [SPEECHES]

The speeches are of nobody: 120 words each, as often as words are in a language (Zipf), in seven languages.
"""

import asyncio
import itertools
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "datasette")]

from invented_site import furnish  # noqa: E402  the path is set above

from db.database import open_database  # noqa: E402
from db.stems import make_dictionaries  # noqa: E402
from scrapers.serving import make_site  # noqa: E402
from scrapers.tagging import tag_and_index  # noqa: E402

LANGUAGES = ("lt", "lv", "et", "pl", "fi", "sv", "en")
CAPACITIES = ("member", "minister", "rapporteur", None)
MINES = {
    "lt": "priešpėstinių minų",
    "lv": "kājnieku mīnu",
    "et": "jalaväemiinide",
    "pl": "min przeciwpiechotnych",
    "fi": "jalkaväkimiinojen",
    "sv": "personminor",
    "en": "anti-personnel mines",
}
SPEECH = """
INSERT INTO speeches (key, chamber, term, sitting_key, date, position, speaker, language, text, capacity,
    origin, source_url, response_id)
VALUES (?, ?, ?, ?, ?, ?, 'Member 017', ?, ?, ?, 'live', '', 1)
"""
Sitting = tuple[str, str, str, str]
"""Chamber, term, key and day."""


def vocabularies() -> dict[str, list[str]]:
    """Invented words of each language, the commonest first."""
    syllables = [a + b for a in "bdgklmnprstv" for b in "aeiou"]
    chance = random.Random(1)  # noqa: S311  the same words every time
    return {
        language: ["".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(30_000)]
        for language in LANGUAGES
    }


def invented_speeches(number: int, sittings: list[Sitting]) -> Iterator[list[object]]:
    """So many rows of `SPEECH`, dealt out to the sittings; every fiftieth speaks of mines."""
    chance = random.Random(2)  # noqa: S311  the same speeches every time
    words = vocabularies()
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(30_000)))
    for place in range(number):
        language = LANGUAGES[place % len(LANGUAGES)]
        said = chance.choices(words[language], cum_weights=weights, k=120)
        if place % 50 == 0:
            said.append(MINES[language])
        capacity = CAPACITIES[place % len(CAPACITIES)]
        yield [f"t-{place}", *sittings[place % len(sittings)], place + 10, language, " ".join(said), capacity]


def fill(path: Path, speeches: int) -> float:
    """Store the speeches, and give the seconds that indexing them took."""
    sittings = [
        (chamber, f"{chamber[:2]}-1", "xa-sitting-1", f"{2020 + month % 6}-{1 + month:02}-15")
        for month in range(12)
        for chamber in ("xa-assembly", "xb-council")
    ]
    with closing(open_database(path)) as db:
        furnish(db.conn)
        with db.atomic():
            db.conn.executemany(SPEECH, invented_speeches(speeches, sittings))
        start = time.perf_counter()
        with db.atomic():
            tag_and_index(db)
        return time.perf_counter() - start


def ask(path: Path) -> list[float]:
    """Milliseconds of each of many searches, each narrowed down by two facets, as whole pages of the site."""
    site = make_site(path)
    make_dictionaries()
    chance = random.Random(3)  # noqa: S311  the same questions every time
    questions = ["anti-personnel mines", "cluster munitions"]
    for words in vocabularies().values():
        # From words as common as "the" to rare ones, alone and in pairs.
        questions += [words[chance.randrange(10)], words[chance.randrange(100)], *chance.choices(words, k=10)]
        questions += [" ".join(chance.choices(words[:3000], k=2)) for _ in range(8)]

    async def all_of_them() -> list[float]:
        times = []
        await site.client.get("/search?q=warm")
        for question in questions:
            for facets in ("kind=speech&country=xa", "capacity=minister&year=2024"):
                start = time.perf_counter()
                answer = await site.client.get(f"/search?q={question.replace(' ', '+')}&{facets}")
                times.append((time.perf_counter() - start) * 1000)
                assert answer.status_code == 200, answer.text
        return times

    return asyncio.run(all_of_them())


def main(speeches: int) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        path = Path(folder) / "ottawa.db"
        seconds = fill(path, speeches)
        times = sorted(ask(path))
        share = statistics.quantiles(times, n=100)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{platform.platform()}, Python {platform.python_version()}, {speeches:,} speeches")
        print(f"tagged and indexed   {speeches / seconds:>8,.0f} speeches/s")
        print(f"file                 {path.stat().st_size / 2**20:>8,.0f} MB")
        print(f"peak memory          {memory:>8,.0f} MB")
        figures = f"median {share[49]:,.0f} ms, p95 {share[94]:,.0f} ms, most {times[-1]:,.0f} ms"
        print(f"search, {len(times)} pages: {figures}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
