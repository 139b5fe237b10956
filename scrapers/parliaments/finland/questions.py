"""What a *jaa* means, by the words of the question.

A question puts two alternatives, `X / Y`, and *jaa* is for the first one. Where the words leave open what
the first one is, the meaning stays unknown. The wordings are those of recorded votes of 2015 to 2023.
"""

from __future__ import annotations

import re

from db.records import Meaning, Outcome, Tally

BILLS = {"HE", "LA", "KAA"}
"""Kinds of matter that propose acts: of the government, of members, of citizens."""

BUDGET = "Kokous"
"""The heading under which the chapters of a budget bill are voted on one by one."""

SUPERMAJORITY = "kiireelli"
"""To declare a proposal urgent takes five sixths, so more for than against is not enough."""

_MARKS = re.compile(r"(.*?)(?: jaa)? / (.*?)(?: ei)?")
_ADOPTION = re.compile(r"(.*?)[ ,.]*hyväksyminen")
_REPORT = re.compile(r"(?:.* )?mietintö")
_WHOLE_BILL = re.compile(
    r"|(?:[\d. ,\u2013\u2014-]|ja )*lakiehdotu(?:s|kset|ksen|sten)"  # nothing more, or some of its acts
    r"|(?:.* )?\w*(?:sopimu(?:ksen|sten)|pöytäkirjan)(?: irtisanomisen)?"  # the consent to a treaty
    r"|(?:.* )?irtisanomisen"
)
_DECIDING = re.compile(r"\b(?:toinen|ainoa) käsittely")


def meaning_of_yes(question: str | None, kind: str | None, heading: str | None) -> Meaning | None:
    """What a *jaa* is for.

    Args:
        question: The question in Finnish.
        kind: The kind of the matter: `HE`, `VNT`.
        heading: The heading of the item of the agenda, in Finnish.
    """
    marks = _MARKS.fullmatch((question or "").strip().lower())
    if marks is None:
        return None
    first, second = marks.groups()
    if _REPORT.fullmatch(first):
        return "for the committee report"
    adopted = _ADOPTION.fullmatch(first)
    if adopted is None or second != "hylkääminen":
        return None
    return _meaning_of_adoption(adopted[1], kind, heading)


def _meaning_of_adoption(subject: str, kind: str | None, heading: str | None) -> Meaning | None:
    if "lausuma" in subject:
        return "for the statement"
    if kind is None or is_budget(heading):
        return None
    if kind not in BILLS:
        return "for the motion"
    return "for the bill" if _WHOLE_BILL.fullmatch(subject) else None


def is_budget(heading: str | None) -> bool:
    """Whether the item of the agenda is a chapter of the budget, and not the bill itself."""
    return heading == BUDGET


def is_final(meaning: Meaning | None, heading: str | None) -> bool:
    """Whether the vote decides on an act of the bill, or on the consent to a treaty.

    That is a vote for the bill in its second or only reading. A bill of several acts can have several.
    The heading says which reading it is; the wording beside it names all readings of the item.
    """
    return meaning == "for the bill" and _DECIDING.search((heading or "").lower()) is not None


def outcome_of(tally: Tally, question: str | None, *, is_annulled: bool) -> Outcome | None:
    """By plain majority. How a tie was broken, and five sixths, no record says: then unknown."""
    if is_annulled:
        return "annulled"
    yes, no = tally.yes or 0, tally.no or 0
    if yes < no:
        return "rejected"
    return None if yes == no or SUPERMAJORITY in (question or "").lower() else "passed"
