"""Text as the rules see it, and the way back to the words as they stand in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and characters without width."""

_GONE = rf"[{UNSEEN}]|(?<=\w)[-\u2010][ \t]{{0,4}}\r?\n[ \t]{{0,8}}(?=\w)"
"""What is left out: characters that nobody sees, and the hyphen with which a word goes on in the next line.

The repetitions are bounded, so that no text makes them slow.
"""

GONE = re.compile(_GONE)
PIECE = re.compile(rf"(?P<gone>{_GONE})|.[\u0300-\u036f]*+", re.DOTALL)
"""Something to leave out, or a letter with its marks."""


Place = tuple[int, int, int]
"""Where a piece ends in the normalised text, and where it starts and ends in the original."""


@dataclass(frozen=True)
class Normal:
    """A text in the form in which rules are held against it."""

    original: str
    text: str
    is_same_length: bool
    """Every character stands where it stood."""

    def words(self, start: int, end: int) -> str:
        """What stands in the original where this stretch of the normalised text came from."""
        if self.is_same_length:
            return self.original[start:end]
        return self.original[self._piece_at(start)[1] : self._piece_at(end - 1)[2]]

    def _piece_at(self, position: int) -> Place:
        return self._places[bisect_left(self._places, (position + 1,))]

    @cached_property
    def _places(self) -> list[Place]:
        found, at = [], 0
        for piece in PIECE.finditer(self.original):
            if not piece["gone"]:
                at += len(_folded(piece[0]))
                found.append((at, piece.start(), piece.end()))
        return found


def normalised(text: str) -> Normal:
    """The text without soft hyphens and hyphenation, with plain blanks and hyphens, NFC, casefolded."""
    kept = GONE.sub("", text)
    if unicodedata.is_normalized("NFC", kept):
        folded = _plain(kept).casefold()
        # Casefolding only ever lengthens, so an equal length means that nothing was moved.
        return Normal(text, folded, len(kept) == len(text) and len(folded) == len(text))
    return Normal(
        text, "".join(_folded(piece[0]) for piece in PIECE.finditer(text) if not piece["gone"]), False
    )


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2010", "-").replace("\u2011", "-")


def _folded(piece: str) -> str:
    return unicodedata.normalize("NFC", _plain(piece)).casefold()
