"""Crawl each source while it fails in every way, and look at what is stored: `make faults`.

    python tests/support/fault_drill.py [WORLD]...

Each fault of the plan is laid over an address of its own, so that few crawls meet all of them: once with
everything stored before, once with nothing. Nothing stored may be lost or wrong, each fault must be named in
the run, the command must end with 1, and the memory must stay small; and a crawl of the source that has
recovered must leave what an undisturbed one leaves.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "wire")]

from fault_plan import FAULTS, Fault  # noqa: E402  the path is set above
from fault_worlds import WORLDS, World  # noqa: E402
from faults import query  # noqa: E402
from loopback import Reply, ottawa_afresh, serving  # noqa: E402

MEGABYTES = 300
"""How much memory a crawl may take at most."""

SUBSTANCE = {
    "votes": "key, declared_yes, counted_yes, counted_no, ballots_status, date, title",
    "ballots": "vote_key, person_key, option, label, faction",
    "speeches": "key, text, speaker, withdrawn_at",
    "statements": "key, title, date, text",
    "bills": "key, title, number",
    "stages": "bill_key, label, date",
    "told_actions": "key, action, date, effect_date, withdrawn_at",
    "revisions": "table_name, row_key, column_name, new_value",
}
"""What a crawl stores that matters, without when it was said."""

ROBOTS = {
    "robots.txt forbids it": (
        "refused",
        Reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"}),
    ),
    "robots.txt cannot be had": ("refused", Reply(status=500)),
}

Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class Crawled:
    """What came of a crawl."""

    code: int
    megabytes: int
    output: str
    folder: Path

    def ends(self) -> dict[str, set[str]]:
        """The states in which the last run remembers each address."""
        found: dict[str, set[str]] = {}
        last = "SELECT max(id) FROM runs WHERE spider <> 'dossier'"
        for url, state in query(self.folder, f"SELECT url, state FROM run_problems WHERE run_id = ({last})"):
            found.setdefault(url, set()).add(state)
        return found

    def rows(self) -> Rows:
        return {
            table: sorted(
                query(self.folder, f"SELECT {columns} FROM {table} WHERE {LIVE.get(table, 1)}"), key=repr
            )
            for table, columns in SUBSTANCE.items()
        }


LIVE = dict.fromkeys(("votes", "ballots", "speeches", "statements", "told_actions"), "origin = 'live'")


def crawl(
    world: World, folder: Path, changes: Mapping[str, list[Reply]] | None = None, *more: str
) -> Crawled:
    peak = folder / "peak"
    with serving({**world.replies(), **(changes or {})}) as source:
        run = ottawa_afresh(
            *world.command,
            *more,
            folder=folder,
            source=source,
            PEAK=str(peak),
            TIMEOUT="2",
            RETRIES="1",
            CONCURRENT="8",
            **world.environment,
        )
    return Crawled(run.returncode, int(peak.read_text()), run.stdout + run.stderr, folder)


@contextmanager
def copy_of(folder: Path) -> Iterator[Path]:
    with TemporaryDirectory() as room:
        yield shutil.copytree(folder, Path(room) / "work")


def laid(world: World, plan: Mapping[str, Fault]) -> dict[str, list[Reply]]:
    """What the source replies with each fault of the plan over an address of its own."""
    return {world.address(n): fault.replies(world, n) for n, fault in enumerate(plan.values(), 1)}


def expect(holds: bool, complaint: str) -> list[str]:
    return [] if holds else [complaint]


def named(world: World, plan: Mapping[str, Fault], crawled: Crawled) -> list[str]:
    """The faults that did not end as the plan says."""
    ends, found = crawled.ends(), []
    for number, (name, fault) in enumerate(plan.items(), 1):
        states = ends.get(world.address(number), {"unharmed"})
        found += expect(states <= fault.ends, f"{name}: {', '.join(sorted(states))}")
    return found


def expect_bounds(crawled: Crawled, code: int) -> list[str]:
    return [
        *expect(
            crawled.code == code,
            f"exit code {crawled.code} where {code} was expected\n{crawled.output[-1500:]}",
        ),
        *expect(crawled.megabytes < MEGABYTES, f"{crawled.megabytes} MB of memory"),
        *expect("Traceback" not in crawled.output, f"a traceback:\n{crawled.output[-3000:]}"),
    ]


def differences(found: Rows, wanted: Rows) -> list[str]:
    """The tables that are not as before, each with a few rows that are new or gone."""
    return [
        f"{table}: not as before: {sorted(set(found[table]) ^ set(wanted[table]), key=repr)[:3]}"
        for table in wanted
        if found[table] != wanted[table]
    ]


def inventions(found: Rows, wanted: Rows) -> list[str]:
    """What is stored that an undisturbed crawl does not store."""
    wrong = {
        table: set(found[table]) - set(wanted[table]) for table in ("ballots", "statements", "told_actions")
    }
    # A vote may be known from a list, as long as its own page has not come.
    wrong["votes"] = {row[:1] for row in found["votes"]} - {row[:1] for row in wanted["votes"]}
    return [f"{table}: {sorted(rows)[:3]}" for table, rows in wrong.items() if rows]


def drill(world: World, plan: Mapping[str, Fault], room: Path) -> tuple[list[str], int]:
    """Everything that is wrong, and the most memory that a crawl took."""
    whole = room / "whole"
    whole.mkdir()
    crawls = [crawl(world, whole)]
    wanted = crawls[0].rows()
    wrong = expect_bounds(crawls[0], 0)
    for number, part in enumerate(parts_of(plan, world.size - 1)):
        empty = room / f"empty-{number}"
        empty.mkdir()
        found, more = spoil(world, part, whole, empty, wanted)
        wrong, crawls = wrong + found, crawls + more
    with copy_of(whole) as work:
        stale = crawl(world, work, world.yesterday(), "--full")
        # What the shorter list says otherwise, such as how many votes there were, is a revision.
        kept = {table: rows for table, rows in wanted.items() if table != "revisions"}
        wrong += [*expect_bounds(stale, 0), *differences(stale.rows(), kept)]
    return wrong, max(stage.megabytes for stage in (*crawls, stale))


def parts_of(plan: Mapping[str, Fault], size: int) -> Iterator[dict[str, Fault]]:
    """The plan in parts, of as many faults as there are addresses."""
    names = iter(plan)
    while part := {name: plan[name] for name in islice(names, size)}:
        yield part


def spoil(
    world: World, plan: Mapping[str, Fault], whole: Path, empty: Path, wanted: Rows
) -> tuple[list[str], list[Crawled]]:
    """Crawl with these faults where everything is stored and where nothing is, and once more without."""
    faults = laid(world, plan)
    with copy_of(whole) as work:
        again = crawl(world, work, faults, "--full")
        wrong = [*expect_bounds(again, 1), *named(world, plan, again), *differences(again.rows(), wanted)]
    first = crawl(world, empty, laid(world, plan))
    wrong += [*expect_bounds(first, 1), *inventions(first.rows(), wanted)]
    recovered = crawl(world, empty, None, "--full")
    wrong += [*expect_bounds(recovered, 0), *differences(recovered.rows(), wanted)]
    return wrong, [again, first, recovered]


def forbidden(world: World, room: Path) -> list[str]:
    """What is wrong after crawls of a source whose rules cannot be had, or allow nothing."""
    wrong: list[str] = []
    wanted = crawl(world, room / "whole", None, "--full").rows()
    host = "/".join(world.address(1).split("/")[:3])
    for name, (state, reply) in ROBOTS.items():
        with copy_of(room / "whole") as work:
            found = crawl(world, work, {f"{host}/robots.txt": [reply]}, "--full")
            told = {end for url, ends in found.ends().items() if url.startswith(host) for end in ends}
            wrong += [
                *expect_bounds(found, 1),
                *expect(told == {state}, f"{name}: {told}"),
                *differences(found.rows(), wanted),
            ]
    return wrong


def tried(kind: type[World]) -> tuple[World, list[str], int]:
    """A world, everything that is wrong in it, and the most memory that a crawl of it took."""
    world = kind(min(len(FAULTS) + 1, kind.most))
    with TemporaryDirectory() as room:
        wrong, megabytes = drill(world, FAULTS, Path(room))
        return world, [*wrong, *forbidden(world, Path(room))], megabytes


def main() -> bool:
    """Drill each world, or those named; print a line for each, and say whether nothing was wrong.

    As many run at once as there are cores: most of its time a crawl waits for a source that does not answer.
    """
    chosen = [kind for kind in WORLDS if not sys.argv[1:] or kind.name in sys.argv[1:]]
    all_wrong = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for world, wrong, megabytes in pool.map(tried, chosen):
            all_wrong += len(wrong)
            print(f"{world.name:<10} {len(FAULTS)} faults, {megabytes} MB at most", flush=True)
            for complaint in wrong:
                print(f"    {complaint}", flush=True)
    return not all_wrong


if __name__ == "__main__":
    sys.exit(not main())
