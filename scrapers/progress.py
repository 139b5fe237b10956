"""How far a crawl or a rebuild is: a live display on a terminal, plain lines in a job."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from scrapy import signals
from scrapy.crawler import Crawler
from twisted.internet.task import LoopingCall

SECONDS_BETWEEN_LINES = 30
"""In a job. A terminal is refreshed all the time."""

NOTABLE = 1.0
"""Seconds from which on a job's log tells of a stage: most nights, each is done at once."""


class Stage:
    """Something that a job does after or without asking: what, how far, how long still."""

    def __init__(self, name: str, total: int | None, console: Console) -> None:
        """Show it under this name; its total is the number of its steps, where that is known."""
        self._name, self._total, self._steps = name, total, 0
        self._began = self._said = time.monotonic()
        self._bar = _bars(console) if total is not None else _clock(console)
        self._task = self._bar.add_task(name, total=total)

    def step(self) -> None:
        """Take one of its steps."""
        self._steps += 1
        self._bar.advance(self._task)
        if self._bar.disable and time.monotonic() - self._said > SECONDS_BETWEEN_LINES:
            self._said = time.monotonic()
            _say(f"{self._name}: {self._steps} of {self._total}{self._left()}")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
        seconds = time.monotonic() - self._began
        if self._bar.disable and seconds >= NOTABLE and error is None:
            _say(f"{self._name}: done in {seconds:.0f} s")

    def _left(self) -> str:
        passed = time.monotonic() - self._began
        seconds = passed / self._steps * ((self._total or 0) - self._steps)
        return f", about {seconds:.0f} s still" if seconds > 0 else ""


def stage(name: str, total: int | None = None) -> Stage:
    """A stage of a job on standard error, to be used as a context manager."""
    return Stage(name, total, Console(stderr=True))


class Display:
    """Shows, for each spider, how many requests were answered of those known so far."""

    def __init__(self, console: Console | None = None) -> None:
        """Show on this console, or on standard error."""
        self._console = console or Console(stderr=True)
        self._bars = _bars(self._console)
        self._lines = LoopingCall(self._say)

    def watch(self, crawler: Crawler, name: str) -> None:
        """Follow a crawler: every request it schedules ends as one item."""
        task = self._bars.add_task(name, total=0)
        crawler.signals.connect(lambda: self._more(task), signal=signals.request_scheduled, weak=False)
        crawler.signals.connect(lambda: self._bars.advance(task), signal=signals.item_scraped, weak=False)

    def __enter__(self) -> None:
        self._bars.start()
        if not self._console.is_terminal:
            self._lines.start(SECONDS_BETWEEN_LINES, now=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()
        if self._lines.running:
            self._lines.stop()

    def _more(self, task: TaskID) -> None:
        self._bars.update(task, total=(self._bars.tasks[task].total or 0) + 1)

    def _say(self) -> None:
        for task in self._bars.tasks:
            _say(f"{task.description}: {task.completed:.0f} of {task.total:.0f} answers")


def _bars(console: Console) -> Progress:
    """Bars with what is done of what is known, and how long it still takes; none in a job."""
    return Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("answers"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _clock(console: Console) -> Progress:
    """For what has no number of steps: how long it has taken so far."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description:<10}"),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201  a line of a job's log
