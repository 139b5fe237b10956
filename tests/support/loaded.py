"""A process that has loaded the program, of which each command that a test runs is a fork.

To load Scrapy and all that belongs to it takes longer than most of the crawls of the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing import forkserver, get_context
from pathlib import Path
from typing import Any
from unittest import mock

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["rerouted", "asking"])

WIDE = {"COLUMNS": "200"}
"""No line of a report is broken."""

SECONDS = 100


def run_loaded(
    play: Callable[..., object], *arguments: Any, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a function in a process of its own, and give what it wrote and its exit code, as of a command."""
    with mock.patch.dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path), **WIDE):
        forkserver.ensure_running()
    with tempfile.TemporaryDirectory() as room:
        files = Path(room, "out"), Path(room, "err")
        environment = {**os.environ, **WIDE, **environment}
        process = FORKS.Process(target=_begin, args=(play, arguments, folder, environment, files))
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(str(arguments), SECONDS)
        said = (file.read_text(encoding="utf-8") for file in files)
        return subprocess.CompletedProcess(arguments, process.exitcode, *said)


def _begin(
    play: Callable[..., object],
    arguments: tuple[Any, ...],
    folder: Path,
    environment: dict[str, str],
    files: tuple[Path, Path],
) -> None:
    """Have what a command gets from the shell: a folder, an environment, and where to write."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, file in enumerate(files, 1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    try:
        play(*arguments)
    except Exception:  # noqa: BLE001  what a program would end with
        traceback.print_exc()
        raise SystemExit(1) from None
