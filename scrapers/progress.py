"""How far a crawl is: a live display on a terminal, plain lines in a job."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
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


class Display:
    """Shows, for each spider, how many requests were answered of those known so far."""

    def __init__(self, console: Console | None = None) -> None:
        """Show on this console, or on standard error."""
        self._console = console or Console(stderr=True)
        self._bars = Progress(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("answers"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )
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
            print(  # noqa: T201  a line of a job's log
                f"{task.description}: {task.completed:.0f} of {task.total:.0f} answers", file=sys.stderr
            )
