"""What is voted on: what a yes means, whether the vote is the final one, and what it came to.

The source publishes no result and no majority. Its column *Otsus* is the present stage of the bill.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.records import Meaning, Outcome

CHECK = "Kohaloleku kontroll"
SIMPLE = "more yes than no"
EITHER = "more yes than no, or more than half of all 101 seats: the source does not say which"
HALF_OF_ALL = 51
"""The majority of all members, which some acts and decisions need."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a vote is understood whose description has these words."""

    words: str
    meaning: Meaning | None
    is_final: bool = False
    is_simple: bool = True
    """Whether a majority of the votes cast is always enough."""

    @property
    def threshold_base(self) -> str | None:
        """What the number of yes votes is held against."""
        if self.meaning in {None, "quorum check"}:
            return None
        return SIMPLE if self.is_simple else EITHER

    def outcome(self, yes: int | None, no: int | None) -> Outcome | None:
        """What the vote came to, where that is certain whichever of the two majorities it needed."""
        if self.threshold_base is None or yes is None or no is None:
            return None
        if yes <= no:
            return "rejected"
        return "passed" if self.is_simple or yes >= HALF_OF_ALL else None


RULES = (
    Rule(r"Lõpphääletus", "for the bill", is_final=True, is_simple=False),
    Rule(r"Muutmata kujul uuesti vastuvõtmine", "for the bill", is_final=True, is_simple=False),
    Rule(r"Tagasi lükkamine", "for rejecting the bill"),
    Rule(r"\d+\. muudatusettepanek", "for the amendment"),
    Rule(r"Ettepaneku hääletamine", "for the motion", is_simple=False),
    Rule(r"II lugemise katkestamine", "for the motion"),
    Rule(r"Tööaja pikendamine|Töö ajagraafiku muutmine|Päevakorra kinnitamine", "for the motion"),
    Rule(CHECK, "quorum check"),
)
"""The first that applies counts."""

UNKNOWN = Rule("", None)


def rule_for(description: str | None) -> Rule:
    """The rule by which a vote is understood; one that says nothing where the words are not known."""
    return next((rule for rule in RULES if re.fullmatch(rule.words, description or "")), UNKNOWN)
