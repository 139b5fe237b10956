"""The figures of docs/performance.md on exports: ten million ballots to Parquet, and the cookbook over them.

    python tests/support/bench_export.py [DATABASE [RUNS]]

Makes a database of ten million invented ballots where none is given. Fails where a figure misses what is
wanted.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from many_ballots import fill  # noqa: E402  the path is set above

from db.database import open_database  # noqa: E402
from db.measures import refresh_measures  # noqa: E402

SECONDS, MEGABYTES, MEMORY, QUERY_SECONDS, PAIRS_SECONDS = 60, 60, 500, 1, 2
"""Wanted of the export: at most so much time, disk and memory; and so much time of a question."""

EVERY_PAIR = HERE.parents[1] / "docs" / "every_pair.sql"


def step(database: Path, folder: Path) -> None:
    """One measured step: export to Parquet, and print what it took."""
    from export_tools import export_of  # noqa: PLC0415  measured apart from the start of Python

    start = time.perf_counter()
    files = export_of(database, folder, "parquet")
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - start,
                "of the processor": used.ru_utime + used.ru_stime,
                "megabytes": sum(file.size for file in files) / 1e6,
                "memory": used.ru_maxrss / 1024,
                "ballots": sum(file.rows or 0 for file in files if file.table == "ballots"),
            }
        )
    )


def measured_export(database: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "step", str(database), str(folder)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def measured_questions(folder: Path, runs: int) -> dict[str, float]:
    """The median time of each question of the cookbook, asked of the files."""
    from docs_cookbook import recipes  # noqa: PLC0415  needs DuckDB, which the measured step must not load
    from engines import asked_of_invented, open_files  # noqa: PLC0415

    duck = open_files(folder)
    times: dict[str, list[float]] = {}
    for recipe in recipes():
        for _ in range(runs):
            start = time.perf_counter()
            duck.execute(asked_of_invented(recipe.sql)).fetchall()
            times.setdefault(recipe.file.stem, []).append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def pairs_seconds(folder: Path) -> float:
    """How long it takes to compare every two members of the largest chamber, over a thousand votes."""
    from engines import open_files  # noqa: PLC0415  needs DuckDB

    duck, start = open_files(folder), time.perf_counter()
    duck.execute(EVERY_PAIR.read_text(encoding="utf-8").replace("pl-sejm-10", "xa-chamber-2")).fetchall()
    return time.perf_counter() - start


def main(database: Path, folder: Path, runs: int) -> bool:
    if not database.exists():
        fill(database)
        with closing(open_database(database)) as db:
            refresh_measures(db)
    exports = [measured_export(database, folder / str(run)) for run in range(runs)]
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name in exports[0]:
        values = [found[name] for found in exports]
        print(f"{name:<18}{statistics.median(values):>14,.1f}  ({min(values):,.1f} to {max(values):,.1f})")
    questions = measured_questions(folder / "0", runs)
    for name, seconds in questions.items():
        print(f"{name:<45}{seconds * 1000:>8,.0f} ms")
    pairs = pairs_seconds(folder / "0")
    print(f"{'every pair of 460 members, 1,000 votes':<45}{pairs * 1000:>8,.0f} ms")
    median = {name: statistics.median(found[name] for found in exports) for name in exports[0]}
    wanted = {"seconds": SECONDS, "megabytes": MEGABYTES, "memory": MEMORY}
    return (
        all(median[name] < limit for name, limit in wanted.items())
        and max(questions.values()) < QUERY_SECONDS
        and pairs < PAIRS_SECONDS
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["step"]:
        step(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory(prefix="bench-") as place:
            given = Path(sys.argv[1]) if sys.argv[1:] else Path(place) / "ottawa.db"
            sys.exit(not main(given, Path(place), int(sys.argv[2]) if sys.argv[2:] else 3))
