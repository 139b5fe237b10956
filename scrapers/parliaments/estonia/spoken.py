"""The tally that the chair reads out after a vote, told in many ways.

`Selle poolt hääletas 80 Riigikogu liiget, vastu 2, erapooletuid 0.` `Tulemusega 40 poolt, 11 vastu ja
erapooletuid ei ole.` `Poolt on 40 Riigikogu liiget, vastuolijaid ja erapooletuid ei ole.`
"""

from __future__ import annotations

import re

from db.records import Tally

PLACE = "read out by the chair"

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SENTENCES = 3
"""How far into the turn the tally is looked for."""

_YES = re.compile(r"(\d+) poolt\b|\bpoolt\b[^\d,.]*?(\d+)")
_NO = re.compile(r"(\d+) vastu\b|\bvastu\w*(?: on| oli)? (\d+)")
_ABSTAIN = re.compile(r"(\d+) erapooletu|\berapooletu\w*(?: on| oli)? (\d+)")
_NONE = re.compile(r"((?:\b(?:vastu|erapooletu)\w*(?:, | ja | ega | ))+)ei (?:ole|olnud)\b")


def spoken_tally(text: str) -> Tally | None:
    """The tally at the beginning of a turn; nothing where it does not tell the votes for and against."""
    for sentence in _SENTENCE.split(text.casefold(), maxsplit=_SENTENCES)[:_SENTENCES]:
        yes, no = _figure(_YES, sentence), _stated(_NO, sentence, "vastu")
        if yes is not None and no is not None:
            return Tally(yes=yes, no=no, abstain=_stated(_ABSTAIN, sentence, "erapooletu"))
    return None


def _stated(pattern: re.Pattern[str], sentence: str, word: str) -> int | None:
    """The figure, or 0 where it is said that there are none."""
    figure = _figure(pattern, sentence)
    if figure is None and any(word in found[1] for found in _NONE.finditer(sentence)):
        return 0
    return figure


def _figure(pattern: re.Pattern[str], sentence: str) -> int | None:
    found = pattern.search(sentence)
    return int(found[1] or found[2]) if found else None
