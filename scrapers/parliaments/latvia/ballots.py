"""What both sources' votes have in common: rows become ballots, and ballots must agree with the tally."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from msgspec import Struct

from db.records import Ballot, Tally, count
from scrapers.pages import Answer, PageError
from scrapers.parliaments.latvia.keys import SEATS, member_id
from scrapers.parliaments.latvia.questions import OPTIONS, REGISTRATION

FACTIONS = {"ST!": "ST", "S!": "ST"}
"""One faction of the 14th Saeima under the codes by which the sources also call it."""

NOT_LISTED = "nav sarakstā"
"""Our own words, *not in the list*, where the source has none."""

RULE = "held a mandate by the last registration of those present that day, but was not registered at the vote"
"""By which rule a member is absent: only members registered at that moment are listed with a vote."""


class Row(Struct, frozen=True, gc=False):
    """One line of a list: given name, family name, faction or nothing, label; who it is, and the ballot."""

    given_name: str
    family_name: str
    faction: str
    label: str
    member: str
    ballot: Ballot | None
    """None where the label is not one of a ballot, or the name is missing."""


@lru_cache(maxsize=8192)
def row_of(given_name: str, family_name: str, faction: str, label: str) -> Row:
    """The line of these cells. In a file the same lines come again and again, so they are remembered."""
    member = member_id(f"{given_name} {family_name}")
    ballot = None
    if member and family_name and label in OPTIONS:
        ballot = Ballot(
            identifier=member,
            family_name=family_name,
            given_name=given_name,
            faction=faction_of(faction),
            option=OPTIONS[label],
            label=label,
        )
    return Row(given_name, family_name, faction, label, member, ballot)


Roster = dict[str, Row]
"""All members who held a mandate, by their identifier."""


def is_registration(rows: list[Row]) -> bool:
    """Whether the list is of those present, and no vote."""
    return bool(rows) and rows[0].label in REGISTRATION


def roster_of(answer: Answer, rows: list[Row]) -> Roster | None:
    """All mandates, by a registration, which lists whoever is not registered too.

    None where it has not as many lines as there are seats: then nobody can say who is missing from it.

    Raises:
        PageError: A member is listed twice, or a label is unknown.
    """
    _check_once(answer, rows)
    if strange := {row.label for row in rows} - REGISTRATION:
        raise PageError(answer, "RESULT", f"unknown label {min(strange)!r} in a registration")
    return {row.member: row for row in rows} if len(rows) == SEATS else None


def ballots_of(answer: Answer, rows: list[Row], declared: Tally) -> tuple[Ballot, ...]:
    """The ballots of a list, in its order.

    Raises:
        PageError: A label is unknown, a member is listed twice, or the tally is another.
    """
    _check_once(answer, rows)
    ballots = tuple([row.ballot for row in rows if row.ballot])
    if len(ballots) < len(rows):
        raise _no_ballot(answer, rows)
    counted = count(ballots)
    for name in ("yes", "no", "abstain"):
        stated, found = getattr(declared, name), getattr(counted, name)
        if stated != found:
            raise PageError(answer, f"tally, {name}", f"{stated} stated, but the ballots make {found}")
    return ballots


def absentees(roster: Roster | None, ballots: tuple[Ballot, ...]) -> tuple[Ballot, ...] | None:
    """Who held a mandate but is not among the ballots; None where the mandates are not known for sure.

    A vote with a member whom the roster lacks was taken after a mandate had changed hands.
    """
    voted = {ballot.identifier for ballot in ballots}
    if roster is None or not voted <= roster.keys():
        return None
    return tuple(_absent(row) for member, row in roster.items() if member not in voted)


def _no_ballot(answer: Answer, rows: list[Row]) -> PageError:
    """Why a line is no ballot."""
    if strange := {row.label for row in rows} - OPTIONS.keys():
        return PageError(answer, "label of a ballot", f"unknown label {min(strange)!r}")
    return PageError(answer, "members", "a ballot without a name")


def _check_once(answer: Answer, rows: list[Row]) -> None:
    found = [row.member for row in rows]
    if len(set(found)) < len(found):
        ((member, _),) = Counter(found).most_common(1)
        raise PageError(answer, "members", f"{member!r} is listed twice")


def faction_of(code: str) -> str | None:
    """The faction's label; a blank is no faction."""
    return FACTIONS.get(code, code) or None


def _absent(row: Row) -> Ballot:
    return Ballot(
        identifier=row.member,
        family_name=row.family_name,
        given_name=row.given_name,
        faction=faction_of(row.faction),
        option="absent",
        label=NOT_LISTED,
        basis="derived",
        rule=RULE,
    )
