"""What a source says there is, so that what is missing can be counted."""

from __future__ import annotations

from db.records.base import Record
from db.records.words import Countable


class Expectation(Record, frozen=True, kw_only=True):
    """How many of something a source says there are, so that what is missing can be counted."""

    subject: str
    """Key of the term, sitting, bill or vote; of a faction for its members."""
    what: Countable
    expected: int
