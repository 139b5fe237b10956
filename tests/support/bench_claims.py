"""How long the queries of the claims take, on the sample or on a database that is given.

    python tests/support/bench_claims.py [DATABASE]

Every query of every claim is run in a new connection, so that SQLite has to compile it, as for a reader who
comes first. Prints the slowest ones, and the time of all.
"""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from scrapers.archive import Archive
from scrapers.rebuild import rebuild
from scrapers.sample import write_sample

DAYS = ("2025-05-20", "2026-11-25")
SHOWN = 8


def sample(folder: Path) -> Path:
    """The database of the sample."""
    with Archive(folder / "archive") as archive:
        write_sample(archive)
    rebuild(folder / "archive", folder / "sample.db")
    return folder / "sample.db"


def milliseconds(database: Path, sql: str, day: str) -> float:
    """How long a query takes in a connection of its own."""
    connection = sqlite3.connect(database)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    start = time.perf_counter()
    connection.execute(sql, {"as_of": day}).fetchall()
    took = 1000 * (time.perf_counter() - start)
    connection.close()
    return took


def measure(database: Path) -> None:
    """Print the slowest queries and the time of all."""
    connection = sqlite3.connect(database)
    sql = "SELECT number, query, finding_query FROM claims ORDER BY position"
    claims = connection.execute(sql).fetchall()
    connection.close()
    taken = [
        (milliseconds(database, sql, day), f"{number} ({name}, {day})")
        for number, query, finding in claims
        for name, sql in (("rows", query), ("finding", finding))
        for day in DAYS
    ]
    for took, name in sorted(taken, reverse=True)[:SHOWN]:
        print(f"{took:7.1f} ms  claim {name}")
    print(f"{sum(took for took, _ in taken):7.1f} ms  all {len(taken)} queries of {len(claims)} claims")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(sample(Path(folder)))
