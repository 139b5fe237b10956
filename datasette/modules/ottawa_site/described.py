"""What `datasette.yaml` says of tables and questions, for our templates.

Datasette hands it to templates itself, but each of its series in another way.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parents[2] / "datasette.yaml"

Described = dict[str, dict[str, Any]]


def tables() -> Described:
    """Every table and view by its name."""
    return _database()["tables"]


def questions() -> Described:
    """Every question that was asked before, by its name in addresses."""
    return _database()["queries"]


@cache
def _database() -> dict[str, Described]:
    config: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    database: dict[str, Described] = config["databases"]["ottawa"]
    return database
