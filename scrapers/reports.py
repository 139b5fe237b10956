"""What the command prints: one screen, in words, on a terminal as in a job's log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from db.alarming import Alarm
from db.checks import Finding
from db.corrections import Correction
from db.export.written import Written
from db.status import SourceStatus, Status

WIDTH = 110
"""Columns of a report in a job, where there is no terminal to ask."""

HOW_IT_WENT = ("source", "state", "last run", "took", "last good run", "rows written")
WHAT_IT_TOOK = ("source", "requests", "answers", "unchanged", "quarantined", "not archived", "bytes")

WORDS = {"run", "source", "state", "last run", "took", "last good run"}
"""The columns that hold words, and no figures."""

SHOWN = 5
"""Examples shown of each kind of finding or problem; how many more there are is said."""


def print_runs(runs: Iterable[dict[str, Any]], database: Path) -> None:
    """Say how each run ended and what it wrote."""
    console = _console()
    table = _table("run", "state", "answers", "unchanged", "quarantined", "rows written")
    total = 0
    for run in runs:
        total += run["rows_written"]
        figures = (run[name] for name in ("responses", "unchanged", "quarantined", "rows_written"))
        table.add_row(run["spider"], run["state"], *map(_number, figures))
    console.print(table)
    for run in runs:
        for line in _remarks(run):
            console.print(escape(line))
    console.print(f"{_number(total)} rows written to {escape(str(database))}")


def print_findings(findings: list[Finding]) -> None:
    """Say what the checks found, the gravest first, with a few examples of each kind."""
    console = _console()
    for (severity, name), group in groupby(findings, key=lambda found: (found.severity, found.invariant)):
        same = list(group)
        console.print(f"[bold]{severity}[/bold] {name} ({_number(len(same))}): {escape(same[0].explanation)}")
        _examples(console, [f"{found.subject_key}: {found.message}" for found in same])
    counts = Counter(found.severity for found in findings)
    console.print(", ".join(f"{counts[severity]} {severity}s" for severity in ("error", "warning", "notice")))


def print_status(status: Status) -> None:
    """Say how fresh each source is, what the database holds, what is missing and what broke."""
    console = _console()
    for headers, row_of in ((HOW_IT_WENT, _how_it_went), (WHAT_IT_TOOK, _what_it_took)):
        table = _table(*headers)
        for source in status.sources:
            table.add_row(*row_of(source))
        console.print(table)
        console.print()
    for source in status.sources:
        if source.reason:
            console.print(escape(f"{source.spider}: {source.state}: {source.reason}"))
    console.print(f"Held: {', '.join(_held(status))}")
    for source in status.sources:
        if source.problems:
            console.print(f"\n[bold]{source.spider}[/bold]: {_number(len(source.problems))} problems")
            _examples(console, [f"{found.state}: {found.reason} ({found.url})" for found in source.problems])
    if status.missing:
        console.print(f"\n[bold]Missing[/bold] ({_number(len(status.missing))})")
        _examples(console, [f"{found.subject_key}: {found.message}" for found in status.missing])


def print_alarms(standing: list[Alarm], fresh: Iterable[Alarm]) -> None:
    """Say which alarms stand, and which of them are new."""
    console = _console()
    new = {alarm.place for alarm in fresh}
    for alarm in standing:
        mark = "[bold]new[/bold] " if alarm.place in new else ""
        console.print(f"{mark}[bold]{alarm.alarm}[/bold] {escape(alarm.source)}: {escape(alarm.page)}")
        console.print(f"  {escape(alarm.explanation)}")
        console.print(f"  expected: {escape(alarm.expected)}\n  came:     {escape(alarm.came)}")
        console.print(f"  do:       {escape(alarm.advice)}")
    console.print(f"{len(standing)} alarms, {len(new)} of them new" if standing else "no alarm stands")


def print_corrections(found: Iterable[Correction]) -> None:
    """Say what changed, the latest first."""
    console = _console()
    number = 0
    for number, correction in enumerate(found, 1):  # noqa: B007  counted for the last line
        place = f"{correction.table_name} {correction.row_key}: {correction.column_name}"
        console.print(f"{correction.seen_at[:16]}  [bold]{escape(place)}[/bold]")
        console.print(f"  was: {escape(correction.old_value)}{_answered(correction.old_sha256)}")
        console.print(f"  is:  {escape(correction.new_value or 'nothing')}{_answered(correction.new_sha256)}")
        console.print(f"  {escape(correction.source_url)}")
    console.print(f"{_number(number)} corrections")


def _answered(sha256: str | None) -> str:
    return f" (answer {sha256[:12]})" if sha256 else ""


def print_written(file: Written) -> None:
    """Say on standard error that a file of an export is whole."""
    rows = "" if file.rows is None else f" {_number(file.rows)} rows,"
    Console(stderr=True, width=WIDTH, highlight=False).print(
        escape(f"{file.path}:{rows} {_number(file.size)} bytes")
    )


def print_export(files: list[Written], folder: Path) -> None:
    """Say what an export holds, a line a format."""
    console = _console()
    table = _table("format", "files", "rows", "bytes")
    for kind, group in groupby(files, key=lambda file: file.format):
        same = list(group)
        figures = (len(same), sum(file.rows or 0 for file in same), sum(file.size for file in same))
        table.add_row(kind, *map(_number, figures))
    console.print(table)
    console.print(f"{_number(len(files))} files and manifest.json in {escape(str(folder))}")


def _remarks(run: dict[str, Any]) -> Iterator[str]:
    if run["reason"]:
        yield f"{run['spider']}: {run['state']}: {run['reason']}"
    if run["not_archived"]:
        yield f"{run['spider']}: {_number(run['not_archived'])} addresses are not in the archive"


def _how_it_went(source: SourceStatus) -> tuple[str, ...]:
    return (
        source.spider,
        source.state,
        f"{source.age} ({source.mode})",
        source.took,
        source.last_good_age or "never",
        _number(source.rows_written),
    )


def _what_it_took(source: SourceStatus) -> tuple[str, ...]:
    figures = (
        source.requests,
        source.responses,
        source.unchanged,
        source.quarantined,
        source.not_archived,
        source.bytes,
    )
    return source.spider, *map(_number, figures)


def _held(status: Status) -> Iterator[str]:
    for total in status.totals:
        if total.table in {"bills", "votes", "ballots", "persons"}:
            yield f"{_number(total.rows)} {total.table} ({total.origin})"


def _examples(console: Console, lines: list[str]) -> None:
    for line in lines[:SHOWN]:
        console.print(f"  {escape(line)}")
    if len(lines) > SHOWN:
        console.print(f"  … and {_number(len(lines) - SHOWN)} more")


def _number(value: int) -> str:
    return f"{value:,}"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="left" if column in WORDS else "right")
    return table


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(width=WIDTH, highlight=False)
