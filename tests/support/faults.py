"""The ways in which any source may fail to answer, and what a crawl makes of each.

For the tests of every parliament: lay one fault over each of some addresses that a crawl asks for, crawl, and
hold what the run remembers against the fault.

    faults = laid(address_of_vote, HTTP_FAULTS | faults_of_a_body(GOOD, XML))
    with serving(world | replies_of(faults)) as source: ...
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loopback import Reply

HTML = {"Content-Type": "text/html"}
WALL = b"<html><head><title>Request Rejected</title></head><body>No.</body></html>"
"""A firewall's page, which comes with status 200."""


@dataclass(frozen=True)
class Fault:
    """A reply that is no good, the state in which it must end, and words of its reason."""

    reply: Reply
    state: str
    reason: str


HTTP_FAULTS = {
    "401, who are you": Fault(Reply(status=401), "refused", "HTTP 401"),
    "403, go away": Fault(Reply(status=403), "refused", "HTTP 403"),
    "404, no such thing": Fault(Reply(status=404), "failed", "HTTP 404"),
    "429, come back tomorrow": Fault(
        Reply(status=429, headers={"Retry-After": "86400"}), "failed", "HTTP 429"
    ),
    "500, for ever": Fault(Reply(status=500), "failed", "HTTP 500"),
    "cut off by the network": Fault(Reply(b"half of it, half not", cut=True), "failed", ""),
}


def quarantined(body: bytes, reason: str, headers: Mapping[str, str] = HTML) -> Fault:
    """An answer with status 200 that cannot be read."""
    return Fault(Reply(body, headers=dict(headers)), "quarantined", reason)


def faults_of_a_body(good: bytes, headers: Mapping[str, str]) -> dict[str, Fault]:
    """What may be wrong with an answer in whatever format: nothing in it, a part of it, or something else."""
    return {
        "an empty body": quarantined(b"", "empty", headers),
        "cut in the middle": quarantined(good[: len(good) // 2], "body", headers),
        "a firewall's page": quarantined(WALL, ""),
    }


def laid(address: Callable[[int], str], faults: Mapping[str, Fault]) -> dict[str, tuple[str, Fault]]:
    """One fault over each of the addresses numbered from 1: by the fault's name, its address and itself."""
    return {name: (address(number), fault) for number, (name, fault) in enumerate(faults.items(), 1)}


def replies_of(faults: Mapping[str, tuple[str, Fault]]) -> dict[str, list[Reply]]:
    """What the source replies where faults are laid."""
    return {address: [fault.reply] for address, fault in faults.values()}


def query(folder: Path, sql: str, *values: object) -> list[Any]:
    """Rows of the database of the crawls in a folder."""
    with sqlite3.connect(folder / "ottawa.db") as connection:
        return connection.execute(sql, values).fetchall()


def problems(folder: Path, url: str) -> list[tuple[str, str]]:
    """The states and reasons that the last crawl in a folder remembers of an address."""
    last = "SELECT max(id) FROM runs"
    return query(folder, f"SELECT state, reason FROM run_problems WHERE run_id = ({last}) AND url = ?", url)
