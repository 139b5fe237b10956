"""The record of a vote, whichever of the two official addresses tells of it."""

from __future__ import annotations

import datetime as dt

from db.records import Ballot, BallotsStatus, Method, Sitting, Tally, Vote
from scrapers.parliaments.estonia.names import CHAMBER, bill_key, vote_key, vote_page
from scrapers.parliaments.estonia.questions import Rule


def vote_of(
    uuid: str,
    sitting: Sitting,
    *,
    title: str,
    question: str | None,
    rule: Rule,
    bill: tuple[int, str] | None,
    time: dt.datetime,
    declared: Tally,
    ballots: tuple[Ballot, ...],
    method: Method = "electronic",
    status: BallotsStatus = "published",
    number: int | None = None,
    is_second: bool = False,
) -> Vote:
    """A vote in a sitting, on the bill with this number and title if there is one.

    The source states no outcome: it is derived by the rule, and there are no words of the source for it.
    """
    mark, name = bill or (None, None)
    return Vote(
        key=vote_key(uuid),
        chamber=CHAMBER,
        term=sitting.term,
        sitting=sitting.key,
        number=number,
        date=sitting.dates[0],
        time=time,
        bill=bill_key(sitting.term, mark) if mark else None,
        bill_number=str(mark) if mark else None,
        bill_title=name,
        title=title,
        question=question,
        method=method,
        ballots_status=status,
        is_final=rule.is_final,
        meaning_of_yes=rule.meaning,
        threshold=rule.threshold,
        threshold_base=rule.threshold_base,
        declared=declared,
        outcome=rule.outcome(declared.yes, declared.no),
        url=vote_page(uuid),
        scheme=CHAMBER,
        ballots=ballots,
        is_second=is_second,
    )
