"""What both services say in the same way of ballots: of a member who cast none, and of factions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.records import Ballot, Tally
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.lithuania.keys import CHAMBER

NO_BALLOT = ""
"""The source's word for a member who cast no ballot."""

LEFT_OPEN = "no ballot: absent, or present without voting, which the source does not tell apart"
"""Which of the two it was, only a registration taken in the same minute can tell."""

SPELLINGS = {"TSLKDF": "TS-LKDF", "MSNG": "MG"}
"""Abbreviations that the source spells in two ways, sometimes on the same day."""


def no_ballot(identifier: str, family_name: str, given_name: str, faction: str | None) -> Ballot:
    """The row of a member who cast no ballot: never an absence by itself."""
    return Ballot(
        identifier=identifier,
        family_name=family_name,
        given_name=given_name,
        faction=faction,
        option="not_recorded",
        label=NO_BALLOT,
        basis="derived",
        rule=LEFT_OPEN,
    )


def faction_label(printed: str) -> str | None:
    """The faction's abbreviation in one spelling. The Speaker has none."""
    return SPELLINGS.get(printed, printed) or None


def check_ballots(answer: Answer, ballots: Sequence[Ballot], tally: Tally, cast: int | None) -> None:
    """Make sure that each member has one ballot, and that the ballots add up to the tally.

    Raises:
        PageError: They do not.
    """
    twice = [who for who, times in Counter(ballot.identifier for ballot in ballots).items() if times > 1]
    if twice:
        raise PageError(answer, "ballots", f"member {twice[0]} of {CHAMBER} has more than one")
    if cast is not None:
        expect(answer, "tally", sum(filter(None, (tally.yes, tally.no, tally.abstain))), cast)
    found = Counter(ballot.option for ballot in ballots if ballot.label != NO_BALLOT)
    if found:
        counted = Tally(yes=found["yes"], no=found["no"], abstain=found["abstain"])
        expect(answer, "tally", tally, counted)
