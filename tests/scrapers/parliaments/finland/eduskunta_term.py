"""A whole term of the invented Eduskunta: its members one by one, and every vote with its ballots."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from invented_eduskunta import COLUMNS, GROUPS, answer, ballot, item, member, vote

from scrapers.pages import Answer

MEMBERS, VOTES_A_SITTING = 199, 10
LABELS, SIDES = tuple(COLUMNS), tuple(GROUPS)
FIRST_DAY = dt.date(2025, 2, 4)


def term(ballots: int) -> Iterator[Answer]:
    """The answers that hold at least as many ballots."""
    for number in range(1, MEMBERS + 1):
        yield answer(f"kansanedustajat/{number}", member(number))
    for number in range(-(-ballots // MEMBERS)):
        found = _vote(*divmod(number, VOTES_A_SITTING))
        yield answer(f"taysistunnot/aanestykset/{found['id']}", found)


def _vote(before: int, place: int) -> Any:
    sitting, number = before + 1, place + 1
    day = FIRST_DAY + dt.timedelta(days=sitting)
    cast = [
        ballot(who, LABELS[(who + sitting + number) % len(LABELS)], SIDES[who % len(SIDES)])
        for who in range(1, MEMBERS + 1)
    ]
    return vote(
        *cast,
        id=f"2025-{sitting}-{number}",
        istunnonTunniste=f"2025-{sitting}",
        istuntonumero=f"{sitting}",
        istuntopvm=f"{day}+02:00",
        aanestysnumero=f"{number}",
        aanestysalkuaika=f"{day}T15:{number:02}:17.890+02:00",
        kohta=item(f"HE {before * VOTES_A_SITTING + number}/2025 vp"),
    )
