"""Sittings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Meta

from db.records import Sitting
from scrapers.pages import Answer, read_json
from scrapers.parliaments.poland.addresses import CHAMBER, TERM, TERM_KEY, expect_asked, sitting_key
from scrapers.parliaments.poland.wire import Proceeding

Proceedings = Annotated[list[Proceeding], Meta(min_length=1)]


def read_sittings(answer: Answer) -> Iterator[Sitting]:
    """All sittings of the term.

    Raises:
        PageError: The list is empty or not in its form.
    """
    return _sittings(read_json(answer, Proceedings))


def read_sitting(answer: Answer) -> Iterator[Sitting]:
    """One sitting.

    Raises:
        PageError: The answer is not in its form, or about another sitting.
    """
    proceeding = read_json(answer, Proceeding)
    expect_asked(answer, term=TERM, number=proceeding.number)
    return _sittings([proceeding])


def _sittings(proceedings: Iterable[Proceeding]) -> Iterator[Sitting]:
    """The sittings among them: those under number 0 are plans and ceremonies."""
    for proceeding in proceedings:
        if proceeding.number != 0:
            yield Sitting(
                key=sitting_key(proceeding.number),
                chamber=CHAMBER,
                term=TERM_KEY,
                number=proceeding.number,
                title=proceeding.title,
                dates=tuple(proceeding.dates),
                is_current=proceeding.current,
            )
