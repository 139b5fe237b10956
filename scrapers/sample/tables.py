"""The tables of the sample: facts about real votes, one folder a parliament."""

from __future__ import annotations

import csv
from importlib.resources import files
from io import StringIO
from typing import Any

Row = dict[str, str]
"""A row by the names of its columns. A cell without a value is empty."""

Json = dict[str, Any]
"""An object of an answer."""


def rows(parliament: str, table: str) -> list[Row]:
    """All rows of a table, in the order of the file."""
    file = files(__package__).joinpath("tables", parliament, f"{table}.csv")
    return list(csv.DictReader(StringIO(file.read_text(encoding="utf-8"))))
