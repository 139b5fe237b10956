"""What is voted on: what a yes means, whether the vote is the final one, and what it came to.

The source publishes no result and no majority. Its column *Otsus* is the present stage of the bill. The
outcome is ours: it is derived where it is certain, and the threshold says by which majority.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from db.records import Meaning, Outcome

CHECK = "Kohaloleku kontroll"
SIMPLE = "more yes than no"
EITHER = "more yes than no, or more than half of all 101 seats: the source does not say which"
ABSOLUTE = "more than half of all 101 seats"
HALF_OF_ALL = 51
"""The majority of all members, which some acts and decisions need."""

NEEDS_HALF_OF_ALL = re.compile(
    r"ettepaneku tegemine vabariigi valitsusele|saadikupuutumatuse äravõtmi|umbusalduse avaldami",
    re.IGNORECASE,
)
"""Titles by which it is plain that a decision needs that majority: proposals to the government, the lifting
of a member's immunity, no confidence. Of acts the titles do not tell."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a vote is understood whose description has these words."""

    words: str
    meaning: Meaning | None
    is_final: bool = False
    is_simple: bool = True
    """Whether a majority of the votes cast is always enough."""
    threshold: int | None = None
    """The yes votes needed, where they are a fixed number."""

    @property
    def threshold_base(self) -> str | None:
        """What the number of yes votes is held against."""
        if self.meaning in {None, "quorum check"}:
            return None
        if self.threshold is not None:
            return ABSOLUTE
        return SIMPLE if self.is_simple else EITHER

    def outcome(self, yes: int | None, no: int | None) -> Outcome | None:
        """What the vote came to, where that is certain whichever of the two majorities it needed."""
        if self.threshold_base is None or yes is None or no is None:
            return None
        if self.threshold is not None:
            return "passed" if yes >= self.threshold else "rejected"
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


def rule_for(description: str | None, title: str | None = None) -> Rule:
    """The rule by which a vote is understood; one that says nothing where the words are not known.

    The title of the bill tells of some final votes that they need the majority of all members.
    """
    rule = next((rule for rule in RULES if re.fullmatch(rule.words, description or "")), UNKNOWN)
    if rule.is_final and NEEDS_HALF_OF_ALL.search(title or ""):
        return replace(rule, threshold=HALF_OF_ALL)
    return rule
