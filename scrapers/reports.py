"""What the command prints: one screen, in words, on a terminal as in a job's log."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from db.checks import Finding
from db.status import Status

WIDTH = 110
"""Columns of a report in a job, where there is no terminal to ask."""


def print_runs(runs: Iterable[dict[str, Any]], database: Path) -> None:
    """Say how each run ended and what it wrote."""
    console = _console()
    table = _table("", "state", "answers", "unchanged", "quarantined", "rows written")
    total = 0
    for run in runs:
        total += run["rows_written"]
        table.add_row(run["spider"], run["state"], *map(_number, _figures(run)))
    console.print(table)
    for run in runs:
        if run["reason"]:
            console.print(f"{run['spider']}: {run['state']}: {run['reason']}", markup=False)
        if run["not_archived"]:
            console.print(f"{run['spider']}: {run['not_archived']} addresses are not in the archive")
    console.print(f"{_number(total)} rows written to {database}", markup=False)


def _figures(run: dict[str, Any]) -> tuple[int, ...]:
    return run["responses"], run["unchanged"], run["quarantined"], run["rows_written"]


def _number(value: int) -> str:
    return f"{value:,}"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="left" if column in {"", "state"} else "right")
    return table


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH)
