"""Scrapy's settings on a host that only asks: a node of Scrapyd, where a job's folder is not the project's.

What came is kept in the node's own archive; its own database says how its runs went. One writer elsewhere
collects the archives of all nodes and reads them as one (`ottawa rebuild --archive ONE --archive OTHER`).
"""

import os
from pathlib import Path

from scrapers.settings import *  # noqa: F403  all of them, and these


def _place(variable: str) -> Path:
    """The whole path that a variable of the environment names."""
    place = Path(os.environ.get(variable, ""))
    if not place.is_absolute():
        raise ValueError(f"{variable} must be a whole path, such as /var/lib/ottawa/…: a job runs elsewhere")
    return place


OTTAWA_ARCHIVE = _place("OTTAWA_ARCHIVE")
OTTAWA_DATABASE = _place("OTTAWA_DATABASE")
OTTAWA_MODE = "live"
