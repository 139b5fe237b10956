"""The figures of docs/performance.md: how fast ballots are read and stored, and in how much memory.

    python tests/support/bench.py [RUNS]

Measures every page against its plain parser (`page_speed.py`) and the rebuild of a whole term
(`term_speed.py`). Then it takes the recorded votes of the Sejm, or invented ones of the same size where those
are not here, repeats them under other numbers to at least 200,000 ballots, and prints the median of the runs.
"""

import json
import platform
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "wire")]

from invented_sejm import API, answers, day, encode, vote  # noqa: E402  the path is set above
from invented_terms import archive  # noqa: E402
from loopback import Reply, ottawa_afresh, serving  # noqa: E402
from recorded import WIRE  # noqa: E402

from scrapers.pages import Answer  # noqa: E402

BALLOTS = 200_000


def votes() -> Iterator[tuple[str, bytes]]:
    """Addresses and bodies of votes, each under a number of its own."""
    files = sorted((WIRE / "pl" / "sejm").glob("voting-10-*.json"))
    models = [json.loads(file.read_bytes()) for file in files] or [vote(1, n, 460) for n in range(1, 23)]
    total = turn = 0
    while total < BALLOTS:
        turn += 1
        for number, model in enumerate(models, 1):
            found = {**model, "sitting": turn, "votingNumber": number}
            total += len(found["votes"])
            yield f"{API}/votings/{turn}/{number}", json.dumps(found, ensure_ascii=False).encode()


def answers_of_votes() -> Iterator[Answer]:
    for url, body in votes():
        yield Answer(url=url, body=body, content_type="application/json")


def step(archive: Path, database: Path) -> None:
    """One measured step: take the whole archive in, and print seconds, ballots and megabytes."""
    from db.database import open_database  # noqa: PLC0415  measured apart from the start of Python
    from scrapers.archive import Archive  # noqa: PLC0415
    from scrapers.rebuild import take_in_archive  # noqa: PLC0415

    start = time.perf_counter()
    db = open_database(database)
    with Archive(archive) as kept:
        take_in_archive(db, kept)
    seconds = time.perf_counter() - start
    ballots = db.execute("SELECT count(*) FROM vote_ballots").fetchone()[0]
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([seconds, ballots, megabytes]))


def measure(archive: Path, database: Path) -> tuple[float, int, float]:
    command = [sys.executable, __file__, "step", str(archive), str(database)]
    seconds, ballots, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return seconds, ballots, megabytes


def crawl(folder: Path, replies: dict[str, list[Reply]]) -> tuple[float, int]:
    """Seconds and ballots of a crawl over loopback, archive written, without any delay."""
    with serving(replies) as source:
        run = ottawa_afresh("crawl", "poland", "--term", "10", folder=folder, source=source, CONCURRENT="8")
    if run.returncode:
        raise SystemExit(run.stdout + run.stderr)
    with sqlite3.connect(folder / "ottawa.db") as db:
        sql = (
            "SELECT (julianday(finished_at) - julianday(started_at)) * 86400"
            " FROM runs WHERE spider = 'poland' ORDER BY id DESC LIMIT 1"
        )
        seconds = db.execute(sql).fetchone()[0]
        return seconds, db.execute("SELECT count(*) FROM vote_ballots").fetchone()[0]


def loopback_replies() -> dict[str, list[Reply]]:
    headers = {"Content-Type": "application/json", "ETag": '"1"'}
    details = dict(votes())
    replies = {url: [Reply(body, headers=headers)] for url, body in details.items()}
    sittings: dict[int, list[object]] = {}
    for body in details.values():
        found = json.loads(body)
        sittings.setdefault(found["sitting"], []).append({k: v for k, v in found.items() if k != "votes"})
    index = [{"date": "2025-01-01", "proceeding": s, "votingsNum": len(v)} for s, v in sittings.items()]
    lists = {f"{API}/votings/{s}": v for s, v in sittings.items()}
    rest = {url: answer for url, answer in answers().items() if "/votings" not in url}
    days = {
        f"{API}/proceedings/{s}/2025-01-01/transcripts": {**day(1, 0), "proceedingNum": s} for s in sittings
    }
    for url, answer in {f"{API}/votings": index, **lists, **rest, **days}.items():
        replies[url] = [Reply(encode(answer), headers=headers)]
    return replies


def part(script: str, *arguments: str) -> bool:
    """Run one of the other measurements, whose process begins with no more memory than this one has."""
    return subprocess.run([sys.executable, HERE / script, *arguments], check=False).returncode == 0


def report(name: str, values: list[float], unit: str, wanted: int = 0) -> bool:
    """Print the median and say whether it is at least what is wanted."""
    low, middle, high = min(values), statistics.median(values), max(values)
    limit = f", at least {wanted:,}" if wanted else ""
    print(f"{name:<52}{middle:>12,.0f} {unit:<12} ({low:,.0f} to {high:,.0f}{limit})")
    return middle >= wanted


def main(runs: int) -> bool:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    archive(folder / "archive", answers_of_votes())
    first, again, memory, ratio = [], [], [], []
    crawled, recrawled, crawl_ratio = [], [], []
    replies = loopback_replies()
    for run in range(runs):
        seconds, ballots, megabytes = measure(folder / "archive", folder / f"{run}.db")
        seconds_again, _, _ = measure(folder / "archive", folder / f"{run}.db")
        first.append(ballots / seconds)
        again.append(ballots / seconds_again)
        memory.append(megabytes)
        ratio.append(seconds / seconds_again)
        place = folder / f"crawl-{run}"
        place.mkdir()
        seconds, ballots = crawl(place, replies)
        seconds_again, _ = crawl(place, replies)
        crawled.append(ballots / seconds)
        recrawled.append(ballots / seconds_again)
        crawl_ratio.append(seconds / seconds_again)
    print(f"{platform.platform()}, Python {platform.python_version()}, {runs} runs of {ballots:,} ballots")
    is_good = [
        report("from the archive, read and stored", first, "ballots/s", wanted=60_000),
        report("from the archive, unchanged", again, "ballots/s"),
        report("  unchanged, times faster", ratio, "x", wanted=5),
        report("  peak memory", memory, "MB"),
        report("over loopback HTTP through Scrapy, archive written", crawled, "ballots/s", wanted=40_000),
        report("over loopback HTTP, unchanged (304)", recrawled, "ballots/s"),
        report("  unchanged, times faster", crawl_ratio, "x"),
    ]
    shutil.rmtree(folder)
    return all(is_good)


if __name__ == "__main__":
    if sys.argv[1:2] == ["step"]:
        step(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        runs = sys.argv[1] if len(sys.argv) > 1 else "5"
        is_good = [part("page_speed.py"), part("term_speed.py", runs), main(int(runs))]
        sys.exit(not all(is_good))
