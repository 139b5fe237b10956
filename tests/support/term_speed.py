"""How long a whole term takes to be rebuilt, in how much memory, and how much room it takes on the disk.

    python tests/support/term_speed.py [RUNS]

Makes an archive of a million ballots of five invented parliaments, and rebuilds it in a process of its own.
"""

import json
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent

SECONDS, MEGABYTES, BYTES_A_BALLOT = 60, 250, 60
"""What a rebuild may take at most."""

PAGES = """
SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name
UNION ALL
SELECT 'free pages', freelist_count * page_size FROM pragma_freelist_count, pragma_page_size
ORDER BY size DESC
"""


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """What one rebuild took."""

    wall: float
    cpu: float
    """Seconds of the processor, ours and the system's."""
    megabytes: float
    ballots: int
    size: int
    """Bytes of the file as the rebuild left it."""

    @property
    def bytes_a_ballot(self) -> float:
        return self.size / self.ballots

    @property
    def is_within_limits(self) -> bool:
        figures = self.wall, self.megabytes, self.bytes_a_ballot
        return all(map(float.__le__, figures, (SECONDS, MEGABYTES, BYTES_A_BALLOT)))


def step(archive: Path, database: Path) -> None:
    """Rebuild, in this process, and print what it took."""
    from scrapers.rebuild import rebuild  # noqa: PLC0415  the parent stays small, its size is inherited

    start = time.perf_counter()
    runs = rebuild(archive, database)
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    # Of this program alone: `ru_maxrss` would begin with the size of whoever started it.
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
    assert [run["quarantined"] for run in runs] == [0] * len(runs)
    with sqlite3.connect(database) as db:
        ballots = db.execute("SELECT count(*) FROM vote_ballots").fetchone()[0]
    found = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "megabytes": peak / 1024}
    print(json.dumps({**found, "ballots": ballots, "size": database.stat().st_size}))


def measured(archive: Path, database: Path) -> Rebuilt:
    command = [sys.executable, __file__, "step", str(archive), str(database)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return Rebuilt(**json.loads(run.stdout))


def room(database: Path, ballots: int, least: float = 0.5) -> list[tuple[str, float]]:
    """Bytes a ballot of each table and index, but for those of less than half a byte; the largest first."""
    with sqlite3.connect(database) as db:
        parts = db.execute(PAGES).fetchall()
    found = [(part, size / ballots) for part, size in parts]
    rest = sum(size for _, size in found if size < least)
    return [*((part, size) for part, size in found if size >= least), ("everything else", rest)]


def report(runs: int) -> bool:
    """Print the figures, and say whether all of them are within the limits."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        archive, database = Path(folder, "archive"), Path(folder, "ottawa.db")
        subprocess.run([sys.executable, HERE / "invented_terms.py", str(archive)], check=True)
        found = [measured(archive, database) for _ in range(runs)]
        parts = room(database, found[0].ballots)
    print(f"rebuild of {found[0].ballots:,} ballots of five invented parliaments, {runs} runs")
    for name, values, unit, limit in (
        ("time", [run.wall for run in found], "s", SECONDS),
        ("  of the processor", [run.cpu for run in found], "s", None),
        ("peak memory", [run.megabytes for run in found], "MB", MEGABYTES),
        ("on the disk, a ballot", [run.bytes_a_ballot for run in found], "bytes", BYTES_A_BALLOT),
    ):
        wanted = f", at most {limit}" if limit else ""
        middle = statistics.median(values)
        print(f"{name:<28}{middle:>8.1f} {unit:<6}({min(values):.1f} to {max(values):.1f}{wanted})")
    for part, size in parts:
        print(f"  {part:<26}{size:>8.1f} bytes")
    return all(run.is_within_limits for run in found)


if __name__ == "__main__":
    if sys.argv[1:2] == ["step"]:
        step(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(not report(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
