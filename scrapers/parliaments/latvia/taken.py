"""A vote as a source has it, and the record that it makes: the same rules for both sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.records import Ballot, BallotsStatus, Choice, Method, Tally, Vote
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.keys import CHAMBER, bill_key, number_in, vote_key, without_number
from scrapers.parliaments.latvia.questions import (
    THRESHOLD_BASE,
    bill_title,
    is_final,
    meaning_of_yes,
    outcome,
    threshold,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a source says of a vote."""

    term: str
    time: dt.datetime
    motive: str
    declared: Tally
    sitting: str | None = None
    number: int | None = None
    item: tuple[str, ...] = ()
    """The identifier of the item of the agenda, by which a vote is joined to its bill."""
    method: Method = "electronic"
    status: BallotsStatus = "published"
    choices: tuple[Choice, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    absent: tuple[Ballot, ...] | None = None
    """Those who are concluded to have been absent; None where nobody can say who held a mandate."""
    is_second: bool = False
    """Whether the other source has this vote more fully."""


def vote_of(answer: Answer, taken: Taken) -> Vote:
    """The vote. Of an election nobody can say what a majority came to, as it has as many questions as people.

    Raises:
        PageError: It has no motive.
    """
    motive = " ".join(taken.motive.split())
    if not motive:
        raise PageError(answer, "motive", "empty")
    number = number_in(motive)
    tally = Tally() if taken.choices else taken.declared
    needed = threshold(tally, motive)
    return Vote(
        key=vote_key(taken.term, taken.time),
        chamber=CHAMBER,
        term=taken.term,
        sitting=taken.sitting,
        number=taken.number,
        date=taken.time.date(),
        time=taken.time,
        bill=bill_key(answer, "motive", number) if number else None,
        bill_number=number,
        bill_title=bill_title(motive),
        documents=taken.item,
        title=without_number(motive),
        question=motive,
        method=taken.method,
        ballots_status=taken.status,
        is_final=is_final(motive),
        meaning_of_yes="for the candidate" if taken.choices else meaning_of_yes(motive),
        threshold=needed,
        threshold_base=THRESHOLD_BASE if needed else None,
        declared=taken.declared,
        outcome=outcome(tally, motive),
        scheme=taken.term,
        choices=taken.choices,
        lists_absent=taken.absent is not None,
        ballots=(*taken.ballots, *(taken.absent or ())),
        is_second=taken.is_second,
    )
