"""What the words of ballots come to. There is none for being present and not voting."""

from __future__ import annotations

from db.records import Option
from scrapers.pages import Answer, PageError

FINNISH: dict[str, Option] = {"Jaa": "yes", "Ei": "no", "Poissa": "absent"}
"""But for the word of a blank ballot, of which we know the beginning."""

SWEDISH: dict[str, Option] = {"Ja": "yes", "Nej": "no", "Avstår": "abstain", "Frånvarande": "absent"}
"""The old service has each vote in Swedish too, with these words."""


def finnish_option(answer: Answer, element: str, label: str) -> Option:
    """What a Finnish word comes to.

    Raises:
        PageError: It is unknown.
    """
    if label.startswith("Tyhj"):
        return "abstain"
    if label not in FINNISH:
        raise PageError(answer, element, f"unknown label {label!r}")
    return FINNISH[label]


def option_of(answer: Answer, element: str, label: str) -> Option:
    """What a Finnish or a Swedish word comes to.

    Raises:
        PageError: It is unknown.
    """
    return SWEDISH[label] if label in SWEDISH else finnish_option(answer, element, label)
