"""What the words of a vote say: which papers it is about, what a yes means, whether it is the final one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.records import Meaning

NUMBER = r"\d+(?:-\w+)?"
PAPERS = re.compile(
    rf"\b[Dd]ruk(?:i|u|ów|om|iem|ami|ach)?\s+(?:nr\s+)?({NUMBER}(?:(?:\s*,\s*|\s+i\s+|\s+oraz\s+){NUMBER})*)"
)
"""Prints named in a title or topic: "(druki nr 1, 2 i 2-A)", "z druku nr 1", "dotyczące druków 1 i 2"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a yes means where a question, and perhaps the agenda item, begin with these words."""

    question: str
    meaning: Meaning | None
    title: str = ""
    is_final: bool = False

    def applies(self, title: str, question: str) -> bool:
        """Whether a vote has the words of the rule."""
        return bool(
            re.match(self.question, question, re.IGNORECASE) and re.match(self.title, title, re.IGNORECASE)
        )


SENATE_REPORT = r".*\bo uchwale Senatu"
RULES = (
    Rule(r"głosowanie kworum|wniosek o stwierdzenie kworum", "quorum check"),
    Rule(r"(głosowanie nad )?wnios\w+ o odrzucenie (w całości )?projekt", "for rejecting the bill"),
    # The Sejm votes on rejecting what the Senate proposes; if that fails, the amendment stands.
    Rule(r"poprawk", "against the amendment", title=SENATE_REPORT),
    Rule(r"poprawk", "for the amendment"),
    # Never seen in a report on what the Senate proposes, where it could turn the vote round once more.
    Rule(r"wnios\w+ mniejszości", None, title=SENATE_REPORT),
    Rule(r"wnios\w+ mniejszości", "for the amendment"),
    # Where there is no topic the description says it, in several spellings.
    Rule(r"głosowanie nad całością projekt|ca[łl]ość projekt", "for the bill", is_final=True),
    Rule(r"głosowanie nad kandydatur", "for the candidate"),
    Rule(r"(głosowanie nad (przyjęciem )?)?wnios", "for the motion"),
)
"""The first that applies counts."""

UNKNOWN = Rule("", None)


def rule_for(title: str, question: str | None) -> Rule:
    """The rule by which a vote is understood; one that says nothing where the words are not known."""
    return next((rule for rule in RULES if rule.applies(title, question or "")), UNKNOWN)


def papers_in(*texts: str | None) -> tuple[str, ...]:
    """The numbers of the prints that the texts name, each once, in their order."""
    lists = (found for text in texts if text for found in PAPERS.findall(text))
    return tuple(dict.fromkeys(number for found in lists for number in re.findall(NUMBER, found)))
