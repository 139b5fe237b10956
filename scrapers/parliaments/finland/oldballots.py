"""The ballots of a vote in the old service: at most a hundred in one answer, which is half a roll.

An answer says neither what was voted on nor how many ballots there are, and names the vote by an identifier
that only the old service knows. The row of the vote has stated it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from db.records import Ballot, RollPart
from scrapers.pages import Answer, expect
from scrapers.parliaments.finland.keys import CHAMBER
from scrapers.parliaments.finland.labels import option_of
from scrapers.parliaments.finland.tables import (
    VOTE_ID,
    Row,
    asked,
    cell,
    next_page,
    number,
    read_table,
    rows_of_vote,
    rows_where,
)

TABLE = "SaliDBAanestysEdustaja"


def ballots_of(vote: str) -> str:
    """The address of the first ballots of a vote."""
    return rows_where(TABLE, VOTE_ID, vote)


def next_ballots(answer: Answer) -> str | None:
    """The address of the ballots after these, if there are more.

    Raises:
        PageError: The answer cannot be read.
    """
    return next_page(answer, TABLE)


def old_voters(answer: Answer) -> list[str]:
    """The identifiers of those who cast these ballots.

    Raises:
        PageError: As `parse_old_ballots`.
    """
    return [ballot.identifier for part in parse_old_ballots(answer) for ballot in part.ballots]


def parse_old_ballots(answer: Answer) -> Iterator[RollPart]:
    """The ballots in the rows.

    Raises:
        PageError: Something is missing or unknown, a member has two ballots, or a row is of another vote.
    """
    wire = read_table(answer, TABLE)
    if wire.has_more:
        expect(answer, "rowCount", wire.row_count, wire.per_page)
    ballots = tuple(_ballot(answer, row) for row in rows_of_vote(answer, wire))
    times = Counter(ballot.identifier for ballot in ballots)
    expect(answer, "EdustajaHenkiloNumero", [who for who, found in times.items() if found > 1], [])
    yield RollPart(
        vote=asked(answer, "columnValue"),
        chamber=CHAMBER,
        scheme=CHAMBER,
        first=wire.page * wire.per_page,
        ballots=ballots,
    )


def _ballot(answer: Answer, row: Row) -> Ballot:
    label = cell(answer, row, "EdustajaAanestys")
    return Ballot(
        identifier=str(number(answer, row, "EdustajaHenkiloNumero")),
        family_name=cell(answer, row, "EdustajaSukunimi"),
        given_name=cell(answer, row, "EdustajaEtunimi"),
        faction=cell(answer, row, "EdustajaRyhmaLyhenne") or None,
        option=option_of(answer, "EdustajaAanestys", label),
        label=label,
    )
