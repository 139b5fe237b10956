"""The figures of docs/scale.md: how each step grows with the number of ballots, one run each.

    python tests/support/bench_scale.py DATABASE [BALLOTS]

Makes the database of invented ballots where it is not there. Spark is asked where OTTAWA_SPARK names the
folder of its spark-submit. A question that SQLite has not answered after `PATIENCE` seconds is given up.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import spark  # noqa: E402  the path is set above
from bench_export import measured_export  # noqa: E402
from docs_cookbook import recipes  # noqa: E402
from engines import asked_of_invented, open_files  # noqa: E402
from many_ballots import BALLOTS, fill  # noqa: E402

from db.database import open_database  # noqa: E402
from db.measures import refresh_measures  # noqa: E402

PATIENCE = 60

QUESTIONS = {recipe.file.stem: asked_of_invented(recipe.sql) for recipe in recipes()}


def timed(step) -> dict[str, float]:
    """Seconds by the clock, and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    step()
    return {"seconds": time.perf_counter() - wall, "of the processor": time.process_time() - cpu}


def summaries(database: Path) -> dict[str, float]:
    with closing(open_database(database)) as db:
        found = timed(lambda: refresh_measures(db))
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return {**found, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def by_sqlite(database: Path) -> dict[str, dict[str, float]]:
    return {name: timed(lambda sql=sql: _patiently(database, sql)) for name, sql in QUESTIONS.items()}


def _patiently(database: Path, sql: str) -> None:
    end = time.monotonic() + PATIENCE
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        db.set_progress_handler(lambda: time.monotonic() > end, 1_000_000)
        try:
            db.execute(sql).fetchall()
        except sqlite3.OperationalError:
            return  # given up


def by_duckdb(files: Path) -> dict[str, dict[str, float]]:
    duck = open_files(files)
    return {name: timed(lambda sql=sql: duck.execute(sql).fetchall()) for name, sql in QUESTIONS.items()}


def by_spark(files: Path) -> dict[str, dict[str, float]]:
    """Each question is asked twice: a cluster that has just started is slow at everything."""
    with tempfile.TemporaryDirectory() as name:
        asked = []
        for question, sql in QUESTIONS.items():
            asked.append(Path(name, f"{question}.sql"))
            asked[-1].write_text(sql, encoding="utf-8")
        return spark.answers(files / "parquet", [*asked, *asked])


def in_process(step: str, *places: Path) -> dict:
    command = [sys.executable, __file__, step, *map(str, places)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def slowest(found: dict[str, dict[str, float]], count: int = 5) -> str:
    names = sorted(found, key=lambda name: -found[name]["seconds"])[:count]
    return ", ".join(f"{name[:2]} {_both(found[name])}" for name in names)


def _both(found: dict[str, float]) -> str:
    processor = found.get("of the processor")
    return f"{found['seconds']:.2f} s" + (f" ({processor:.2f})" if processor is not None else "")


def report(database: Path, ballots: int) -> None:
    def say(what: str, figure: object) -> None:
        print(f"load {os.getloadavg()[0]:4.1f}  {what:<12} {figure}", flush=True)

    if not database.exists():
        say("generator", timed(lambda: fill(database, ballots)))
    say("database", f"{database.stat().st_size / 1e6:,.0f} MB")
    say("summaries", in_process("summaries", database))
    say("database", f"{database.stat().st_size / 1e6:,.0f} MB with summaries")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        files = Path(name, "files")
        say("export", measured_export(database, files))
        say("DuckDB", slowest(in_process("by_duckdb", files)))
        say("SQLite", slowest(in_process("by_sqlite", database)))
        if not spark.why_not():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            say("Spark", slowest(by_spark(files)))
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
            say("Spark", f"{processor:.0f} s of the processor for all questions twice, and to start")


if __name__ == "__main__":
    steps = {step.__name__: step for step in (summaries, by_sqlite, by_duckdb)}
    if sys.argv[1] in steps:
        print(json.dumps(steps[sys.argv[1]](*map(Path, sys.argv[2:]))))
    else:
        report(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else BALLOTS)
