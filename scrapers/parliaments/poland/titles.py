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


def is_denunciation(title: str) -> bool:
    """Whether a bill or act of this title is about leaving the Ottawa Convention."""
    return DENUNCIATION.search(title) is not None


def sponsor_in(title: str) -> str | None:
    """Who a bill of this title comes from, where the title says so."""
    return next((sponsor for words, sponsor in SPONSORS.items() if title.startswith(words)), None)
