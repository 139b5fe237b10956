"""Queries that stand in files of their own, one a file."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def sql_files(folder: str) -> Iterator[tuple[str, str]]:
    """Name and text of every query in a folder of `db`, in alphabetical order."""
    room = files("db").joinpath(folder)
    for name in sorted(file.name for file in room.iterdir() if file.name.endswith(".sql")):
        yield name.removesuffix(".sql"), room.joinpath(name).read_text(encoding="utf-8")
