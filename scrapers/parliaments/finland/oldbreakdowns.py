"""The tally of a vote by groups, sides and districts in the old service, under the names that it prints."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Breakdown, BreakdownKind, Breakdowns, Tally
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.finland.keys import CHAMBER
from scrapers.parliaments.finland.tables import (
    VOTE_ID,
    Row,
    asked,
    cell,
    number,
    read_table,
    rows_of_vote,
    rows_where,
)

TABLE = "SaliDBAanestysJakauma"

KINDS: dict[str, BreakdownKind] = {
    "eduskuntaryhma": "faction",
    "hallitusoppositio": "side",
    "vaalipiiri": "district",
}
"""Only the first was recorded; the others are named as in the answers of the new service."""

FIGURES = {"Jaa": "yes", "Ei": "no", "Tyhjia": "abstain", "Poissa": "absent"}


def breakdowns_of(vote: str) -> str:
    """The address of the breakdowns of a vote."""
    return rows_where(TABLE, VOTE_ID, vote)


def parse_old_breakdowns(answer: Answer) -> Iterator[Breakdowns]:
    """The parts of the tally; whether they add up to it is seen where the vote is.

    Raises:
        PageError: Something is missing or unknown, there are more rows, or a row contradicts itself.
    """
    wire = read_table(answer, TABLE)
    expect(answer, "hasMore", wire.has_more, False)
    parts = tuple(_part(answer, row) for row in rows_of_vote(answer, wire))
    expect(answer, "Ryhma", len({(part.kind, part.label) for part in parts}), len(parts))
    yield Breakdowns(vote=asked(answer, "columnValue"), chamber=CHAMBER, parts=parts)


def _part(answer: Answer, row: Row) -> Breakdown:
    kind, label = cell(answer, row, "Tyyppi"), cell(answer, row, "Ryhma")
    if kind not in KINDS:
        raise PageError(answer, "Tyyppi", f"unknown kind {kind!r}")
    if not label:
        raise PageError(answer, "Ryhma", "a part without a name")
    figures = {name: number(answer, row, column) for column, name in FIGURES.items()}
    expect(answer, f"Yhteensa, {label}", number(answer, row, "Yhteensa"), sum(figures.values()))
    return Breakdown(kind=KINDS[kind], label=label, tally=Tally(**figures))
