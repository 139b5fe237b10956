"""Kill jobs at random moments, run them again, and compare with an undisturbed run: `make kills`.

python tests/support/kills.py [KILLS] [SEED]

Each job runs on a copy of the folder that it starts from, over an invented Sejm on this machine, and is
killed with SIGKILL somewhere within its time; as many at once as there are cores. Then the database must be
sound and every kept answer readable; the job run again must end well; and the database must equal, table by
table, one that nobody disturbed.
"""

import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from invented_sejm import answers, encode
from kill_jobs import play
from loopback import Reply, Source, serving

from scrapers.archive import Archive

TERM = ("crawl", "poland", "--term", "10")
UNCOMPARED = {
    "runs",
    "run_problems",
    "alarms",
    "findings",
    "invariants",
    "vote_places",
    "ballot_blocks",
    "_sqlite_migrations",
}
"""Tables that say when, in which run or in which order something came."""
BY_ORDER = re.compile("id|.*_id|.*_at|.*sha256|source_url|url")
"""Columns that depend on when, or in which order, answers came."""

FORKS = get_context("forkserver")


@dataclass(frozen=True)
class Job:
    """A job to be killed: its command, and whether it starts from a crawled folder or an empty one."""

    arguments: tuple[str, ...]
    is_crawled_before: bool = True


JOBS = (
    Job(TERM, is_crawled_before=False),
    Job((*TERM, "--full")),
    Job(("rebuild",)),
    Job(("export", "files")),
    Job(("release", "releases")),
)


def replies() -> dict[str, list[Reply]]:
    found = {url: [Reply(encode(answer))] for url, answer in answers().items()}
    found["https://api.sejm.gov.pl/robots.txt"] = [Reply(b"", status=404)]
    return found


def begin(job: Job, folder: Path, source: Source) -> BaseProcess:
    process = FORKS.Process(target=play, args=(job.arguments, folder, source.server_port))
    process.start()
    return process


def finish(job: Job, folder: Path, source: Source) -> None:
    process = begin(job, folder, source)
    process.join()
    told = Path(f"{folder}.log").read_text(encoding="utf-8")[-2000:]
    assert process.exitcode == 0, f"{job.arguments} after a kill: {told}"


def kill(job: Job, folder: Path, source: Source, after: float) -> bool:
    """Kill a job after some seconds; say whether it was still running."""
    process = begin(job, folder, source)
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode == -signal.SIGKILL


def tables(database: Path) -> dict[str, list[object]]:
    """The rows of every table and view in a fixed order, without what depends on the order of the answers.

    That order differs from run to run, and with it the ids, and which of several answers that say the same
    thing said it first. The views say by keys what the ids connect.
    """
    found: dict[str, list[object]] = {}
    with closing(sqlite3.connect(database)) as connection:
        sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        names = [row[0] for row in connection.execute(sql)]
        for name in sorted(name for name in names if name not in UNCOMPARED and "search" not in name):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")]
            kept = [f"[{column}]" for column in columns if not BY_ORDER.fullmatch(column)]
            rows = connection.execute(f"SELECT {', '.join(kept) or 1} FROM [{name}]")
            found[name] = sorted(rows, key=repr)
    return found


def expect_sound(folder: Path) -> None:
    """Make sure that what a killed job left can be read, every kept answer too."""
    if (folder / "ottawa.db").exists():
        with closing(sqlite3.connect(folder / "ottawa.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if (folder / "archive" / "index.db").exists():
        with Archive(folder / "archive") as archive:
            for capture in archive.captures():
                archive.body(capture)


def expect_equal(found: dict[str, list[object]], wanted: dict[str, list[object]]) -> None:
    different = [name for name in wanted if found.get(name) != wanted[name]]
    assert not different, f"not as in an undisturbed run: {different}"


def expect_whole_products(folder: Path) -> None:
    """Make sure that what stands of an export or a release under its name is whole."""
    for database in folder.glob("releases/2*/ottawa.db"):
        assert (database.parent / "manifest.json").is_file()
    if (folder / "files").exists():
        assert (folder / "files" / "manifest.json").is_file()
        # An export overwrites nothing, and so the next one needs the place.
        shutil.rmtree(folder / "files")


def seconds_of(job: Job, start: Path, source: Source) -> float:
    """How long a job takes that nobody disturbs."""
    with copy_of(start) as work:
        began = time.perf_counter()
        finish(job, work, source)
        return time.perf_counter() - began


@contextmanager
def copy_of(start: Path) -> Iterator[Path]:
    with TemporaryDirectory() as room:
        work = Path(room) / "work"
        shutil.copytree(start, work)
        yield work


def disturb(job: Job, start: Path, source: Source, after: float, wanted: dict[str, list[object]]) -> bool:
    """Kill a job, run it again, and make sure of the outcome; say whether it was still running."""
    with copy_of(start) as work:
        is_running = kill(job, work, source, after)
        expect_sound(work)
        expect_whole_products(work)
        finish(job, work, source)
        expect_sound(work)
        expect_equal(tables(work / "ottawa.db"), wanted)
        expect_whole_products(work)
    return is_running


def main() -> None:
    kills, seed = (int(value) for value in [*sys.argv[1:], "200", "1"][:2])
    chance = random.Random(seed)  # noqa: S311  to repeat a run, not to hide one
    jobs = [JOBS[number % len(JOBS)] for number in range(kills)]
    with TemporaryDirectory() as room, serving(replies()) as source:
        empty, crawled = Path(room) / "empty", Path(room) / "crawled"
        empty.mkdir()
        crawled.mkdir()
        finish(JOBS[0], crawled, source)
        wanted = tables(crawled / "ottawa.db")
        starts = {job: crawled if job.is_crawled_before else empty for job in JOBS}
        lengths = {job: seconds_of(job, starts[job], source) for job in JOBS}

        def one(job: Job, part: float) -> Job | None:
            return job if disturb(job, starts[job], source, part * lengths[job], wanted) else None

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            disturbed = []
            for number, job in enumerate(pool.map(one, jobs, [chance.random() for _ in jobs]), 1):
                disturbed += [job.arguments[0]] if job else []
                print(f"{number} of {kills}", end="\r", file=sys.stderr, flush=True)
    told = ", ".join(f"{job} {count}" for job, count in sorted(Counter(disturbed).items()))
    print(f"{kills} kills, {len(disturbed)} of them while the job ran ({told}): all equal")


if __name__ == "__main__":
    # The process that is forked for each job begins anew, and must find what this one finds.
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    # One request at a time, so that answers come in the same order whoever is killed.
    os.environ["CONCURRENT"] = "1"
    FORKS.set_forkserver_preload(["kill_jobs"])
    main()
