"""In which capacity somebody speaks in the Sejm, by the function that stands before their name."""

from __future__ import annotations

import re

from db.records import Capacity

MEMBER = {"Poseł", "Posłanka", "Sekretarz Poseł", "Sekretarz Posłanka"}
RAPPORTEUR = {"Poseł Sprawozdawca", "Posłanka Sprawozdawca", "Poseł Sprawozdawczyni"}
CHAIR = {"Marszałek", "Wicemarszałek", "Marszałek Senior", "Marszałek-Senior"}
"""Others of this name, such as that of the Senate, are guests."""

GOVERNMENT = re.compile(
    r"\bMinister\b|Rady Ministrów|Stanu w Ministerstwie|Kancelarii Prezesa Rady|Pełnomocnik Rządu"
)
PRESIDENT = re.compile(r"\bPrezydent")
"""The President's ministers are not the government's."""


def capacity_of(function: str, *, is_member: bool, is_rapporteur: bool) -> Capacity | None:
    """The capacity; None for a member in a function that we do not know.

    A minister is known by the function alone, since one who is also a deputy has a deputy's number. Whoever
    is no deputy and not of the government is a guest.
    """
    if function in CHAIR:
        return "chair"
    if is_rapporteur or function in RAPPORTEUR:
        return "rapporteur"
    if function in MEMBER:
        return "member"
    if GOVERNMENT.search(function) and not PRESIDENT.search(function):
        return "minister"
    return "guest" if function and not is_member else None


def office_in(function: str) -> str | None:
    """The office as printed; a seat in the house is none."""
    return function if function and function not in MEMBER | RAPPORTEUR else None
