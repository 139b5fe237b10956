"""What a vote is on, by its motive; what its labels come to; and by which rule it passes.

The Saeima prints no outcome beside a vote. Its rules of order ask for more than half of those who voted for,
against or abstained; who was registered but did not vote is not counted. The rule agrees with the result on
the agenda in all votes of 16 April 2025, such as 38-35-9: rejected, and 66-14-2: law.
"""

from __future__ import annotations

import re

from db.records import Meaning, Option, Outcome, StageKind, Tally
from scrapers.parliaments.latvia.keys import NUMBER, numbers_in

OPTIONS: dict[str, Option] = {
    "Par": "yes",
    "Pret": "no",
    "Atturas": "abstain",
    "Nebalsoja": "present_not_voting",
    "Nebalso": "present_not_voting",
}
"""What the labels of ballots come to. `Nebalsoja` is said of members who were registered but did not vote."""

REGISTRATION = {"Reģistrējies", "Nereģistrējies"}
"""The labels of a registration of those present, which has the form of a vote but is none."""

THRESHOLD_BASE = "more than half of those who voted for, against or abstained"

OTHER_MAJORITIES = ("neuzticīb", "satversmē", "satversmes grozī")
"""Words of questions that may need a greater majority than others: no confidence, and the constitution."""

READINGS: dict[str, StageKind] = {"1": "first reading", "2": "second reading", "3": "third reading"}

REFERRAL = "nodošana komisijām"
AMENDMENT = "Par priekšlikumu"

_READING = re.compile(rf"(.+) \({NUMBER.pattern}\), ?([123])\. ?lasījums(, ?steidzams)?")
_REFERRAL = re.compile(rf"(.+) \({NUMBER.pattern}\), ?{REFERRAL}")
_MOTION = re.compile(rf"(.+) \({NUMBER.pattern}\)")
_AGENDA = re.compile(r".*(?:iekļaušanu .*darba kārtībā|darba kārtībā iekļaušanu)")


def meaning_of_yes(motive: str) -> Meaning | None:
    """What a vote *par* is for. Where the motive leaves it open it stays unknown."""
    if motive.startswith(AMENDMENT):
        return "for the amendment"
    if _AGENDA.fullmatch(motive) or _REFERRAL.fullmatch(motive):
        return "for the motion"
    if found := _READING.fullmatch(motive):
        return "for the bill" if found[2] == "Lp" else None
    if (found := _MOTION.fullmatch(motive)) and found[2] != "Lp":
        return "for the motion"
    return None


def bill_title(motive: str) -> str | None:
    """The title of the bill or draft decision, where the motive gives it and nothing before it."""
    if motive.startswith(AMENDMENT) or _AGENDA.fullmatch(motive):
        return None
    found = _READING.fullmatch(motive) or _REFERRAL.fullmatch(motive) or _MOTION.fullmatch(motive)
    return found[1] if found and not numbers_in(found[1]) else None


def is_final(motive: str) -> bool:
    """Whether the vote decides on a bill: in its third reading, or in its second if it is urgent."""
    found = _READING.fullmatch(motive)
    if found is None or meaning_of_yes(motive) != "for the bill":
        return False
    return found[4] == "3" or (found[4] == "2" and found[5] is not None)


def stage_kind(motive: str, reading: str) -> StageKind:
    """What kind of step an item of the agenda is.

    The reading is also 1 where a bill is only referred to committees, and 9 for what is no bill.
    """
    if motive.endswith(REFERRAL):
        return "referral"
    return READINGS.get(reading, "other")


def threshold(tally: Tally, motive: str) -> int | None:
    """The yes votes needed: more than half. Unknown where nobody voted or the majority may be another."""
    voted = sum(figure or 0 for figure in (tally.yes, tally.no, tally.abstain))
    if not voted or _may_need_more(motive):
        return None
    return voted // 2 + 1


def outcome(tally: Tally, motive: str) -> Outcome | None:
    """What the vote came to. Half and less is never enough; more may not be, where more may be needed."""
    voted = sum(figure or 0 for figure in (tally.yes, tally.no, tally.abstain))
    if tally.yes is None or not voted:
        return None
    if tally.yes <= voted // 2:
        return "rejected"
    return None if _may_need_more(motive) else "passed"


def _may_need_more(motive: str) -> bool:
    words = motive.lower()
    return any(word in words for word in OTHER_MAJORITIES)
