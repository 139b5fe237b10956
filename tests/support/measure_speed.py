"""How long it takes to sum up ten million ballots from nothing, and after one more sitting.

    python tests/support/measure_speed.py [RUNS [BALLOTS]]

The ballots are those of `invented_ballots.py`. Each figure is the median of the runs; what other work on the
machine adds to the time by the clock, the time of the processor leaves out.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from invented_ballots import BALLOTS, CHAMBERS, VOTES_A_SITTING, fill, hold

from db.database import open_database
from db.measures import refresh_measures
from db.measures.check import disagreements

LIMITS = {"all from nothing": 60.0, "after one more sitting": 2.0, "all pairs of the largest": 0.3}
"""Seconds that each step may take at most."""

PAIRS = "SELECT one_key, other_key, shared, agreed, agreement FROM member_agreements WHERE term = ?"


def timed(step):
    """Seconds by the clock, and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - wall, time.process_time() - cpu


def one_more_sitting(db):
    """The largest chamber holds the votes of one more sitting."""
    size = CHAMBERS[0]
    (last,) = db.execute("SELECT max(number) FROM votes WHERE chamber = ?", [size.key]).fetchone()
    with db.atomic():
        hold(db, size, 0, last + 1, last + VOTES_A_SITTING)
    return timed(lambda: refresh_measures(db))


def measured(filled, folder, runs):
    """Every step, once a run, each run on a copy of the ballots that nothing was summed up of yet."""
    found = {name: [] for name in LIMITS}
    for _ in range(runs):
        copy = folder / "copy.db"
        shutil.copy(filled, copy)
        db = open_database(copy)
        found["all from nothing"].append(timed(lambda db=db: refresh_measures(db)))
        found["after one more sitting"].append(one_more_sitting(db))
        term = f"{CHAMBERS[0].key}-1"
        found["all pairs of the largest"].append(
            timed(lambda db=db, term=term: db.execute(PAIRS, [term]).fetchall())
        )
        db.close()
    return found


def report(runs, ballots):
    """Print the figures, and say whether all of them are within the limits."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        filled = Path(name, "filled.db")
        db = open_database(filled)
        with db.atomic():
            fill(db, ballots)
        (total,) = db.execute("SELECT count(*) FROM vote_ballots").fetchone()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        found = measured(filled, Path(name), runs)
        grown = Path(name, "copy.db").stat().st_size - filled.stat().st_size
        db = open_database(Path(name, "copy.db"))
        differing = []
        check = timed(lambda: differing.extend(disagreements(db)))
        db.close()
    print(f"{total:,} ballots of {len(CHAMBERS)} invented chambers, {runs} runs")
    medians = {step: statistics.median(wall for wall, _ in times) for step, times in found.items()}
    for step, times in found.items():
        processor = statistics.median(cpu for _, cpu in times)
        print(f"{step:<28}{medians[step]:>8.2f} s, {processor:.2f} of the processor (at most {LIMITS[step]})")
    print(f"{'computed again in Python':<28}{check[0]:>8.2f} s, {check[1]:.2f} of the processor", *differing)
    print(f"{'room of the sums, a ballot':<28}{grown / total:>8.2f} bytes")
    return not differing and all(medians[step] <= limit for step, limit in LIMITS.items())


if __name__ == "__main__":
    asked = [int(number) for number in sys.argv[1:]]
    sys.exit(not report(*asked, *(3, BALLOTS)[len(asked) :]))
