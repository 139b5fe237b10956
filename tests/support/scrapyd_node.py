"""A node of Scrapyd on this machine, from `deploy/scrapyd.cfg`, in a folder of its own."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
CONFIGURATION = HERE.parents[1] / "deploy" / "scrapyd.cfg"
HOME = os.environ.get("OTTAWA_SCRAPYD", "")
"""The folder with `scrapyd`, in an environment of its own that has the project installed."""
PATIENCE = 240


def why_not() -> str | None:
    """What is missing here."""
    if not HOME:
        return "Scrapyd needs old setuptools and an environment of its own: `make scrapyd` runs these"
    return None if Path(HOME, "scrapyd").exists() else f"no scrapyd in {HOME}"


@dataclass
class Node:
    """A running node."""

    folder: Path
    port: int

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    @property
    def database(self) -> Path:
        return self.folder / "node.db"

    def ask(self, service: str, **values: str) -> dict:
        """What a service of the node says."""
        data = urlencode(values).encode() if service in {"schedule.json", "addversion.json"} else None
        query = "" if data else f"?{urlencode(values)}"
        with urlopen(f"http://127.0.0.1:{self.port}/{service}{query}", data, timeout=PATIENCE) as answer:
            return json.load(answer)

    def crawl(self, spider: str, **arguments: str) -> str:
        """Run a job to its end, and return its log."""
        job = self.ask("schedule.json", project="ottawa", spider=spider, **arguments)
        assert job["status"] == "ok", job
        _until(
            lambda: [found for found in self.ask("listjobs.json")["finished"] if found["id"] == job["jobid"]]
        )
        return (self.folder / "scrapyd" / "logs" / "ottawa" / spider / f"{job['jobid']}.log").read_text()


@contextmanager
def node(folder: Path, source_port: int, **changes: str) -> Iterator[Node]:
    """Start one, whose jobs find every source at a port of this machine."""
    found = Node(folder, _free_port())
    (folder / "scrapy.cfg").write_text(
        CONFIGURATION.read_text(encoding="utf-8")
        .replace("/var/lib/ottawa", str(folder))
        .replace("6800", str(found.port))
        .replace("scrapers.node", "rerouted_node"),
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE),
        "REROUTED_PORT": str(source_port),
        "OTTAWA_ARCHIVE": str(found.archive),
        "OTTAWA_DATABASE": str(found.database),
        **changes,
    }
    with (folder / "scrapyd.log").open("wb") as log:
        process = subprocess.Popen(
            [Path(HOME, "scrapyd"), "--pidfile="], cwd=folder, env=environment, stdout=log, stderr=log
        )
        try:
            _until(lambda: _is_up(found))
            yield found
        finally:
            process.terminate()
            process.wait()


def _is_up(asked: Node) -> bool:
    try:
        return asked.ask("daemonstatus.json")["status"] == "ok"
    except (URLError, ConnectionError):
        return False


def _until(happened) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
