"""The bills that the tracker follows: Lithuania's leaving of the two conventions."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedBill:
    """A bill, how to know it, and between which days the Seimas dealt with it."""

    term: int
    number: str | None
    """Where it is not known, the title tells."""
    title: re.Pattern[str]
    first: dt.date
    last: dt.date

    def is_it(self, number: str, title: str) -> bool:
        """Whether a bill of this number or title is the one."""
        return number == self.number or self.title.search(title) is not None


TRACKED = (
    TrackedBill(
        term=9,
        number=None,
        title=re.compile(r"dėl konvencijos dėl kasetinių šaudmenų denonsavimo", re.IGNORECASE),
        first=dt.date(2024, 7, 8),
        last=dt.date(2024, 7, 18),
    ),
    TrackedBill(
        term=10,
        number="XVP-305",
        title=re.compile(r"dėl konvencijos dėl priešpėstinių minų .*denonsavimo", re.IGNORECASE),
        first=dt.date(2025, 4, 11),
        last=dt.date(2025, 5, 8),
    ),
)
"""Each from the President's decree to the vote on the whole."""


def is_tracked(number: str, title: str) -> bool:
    """Whether a bill of this number or title is one that the tracker follows."""
    return any(bill.is_it(number, title) for bill in TRACKED)
