"""What the title of a bill or act says: whose it is, and whether it is the one that we follow."""

from __future__ import annotations

import re

DENUNCIATION = re.compile(r"wypowiedzeni\w+ konwencji .*min przeciwpiechotnych", re.IGNORECASE)
"""The words by which a title says that it is about leaving the Ottawa Convention."""

SPONSORS = {
    "Rządowy": "government",
    "Poselski": "deputies",
    "Senacki": "Senate",
    "Prezydencki": "President",
    "Przedstawiony przez Prezydenta": "President",
    "Obywatelski": "citizens",
    "Komisyjny": "committee",
}
"""Who a bill comes from, by the first words of its title."""

ACT = re.compile(r"^(?:.*?projekt ustawy|ustawa(?: z dnia \d+ \w+ \d{4} r\.)?)\s+")
"""What stands before the name of an act, in lower case."""


def is_denunciation(title: str) -> bool:
    """Whether a bill or act of this title is about leaving the Ottawa Convention."""
    return DENUNCIATION.search(title) is not None


def sponsor_in(title: str) -> str | None:
    """Who a bill of this title comes from, where the title says so."""
    return next((sponsor for words, sponsor in SPONSORS.items() if title.startswith(words)), None)


def act_name(title: str) -> str:
    """What both chambers call an act, for comparison: without its kind, its sponsor and its day.

    `Rządowy projekt ustawy o niczym` and `Ustawa o niczym` are both `o niczym`.
    """
    return ACT.sub("", " ".join(title.split()).casefold(), count=1)
