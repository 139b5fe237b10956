"""The small language in which the rules are written.

    jalaväemiin*                    a word that begins so
    *sotamiin*                      a word that contains it (only where the pattern is one word)
    (konwencj*|traktat*) ottawsk*   one of several words, then another

Between the words of a phrase may stand whatever ends no sentence: blanks, commas, brackets, quotation marks.

Whatever can be written in it is matched in time that grows with the length of the text, not faster: words are
tried only where a word begins, and no repetition is ever tried twice (all are possessive).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

STEM = r"[^\W_](?:[\w'./-]*\w)?"
WORD = re.compile(rf"{STEM}\*?")
ANYWHERE = re.compile(rf"\*{STEM}\*?")
BETWEEN = r"[^\w.;:!?]++"
"""Between two words of a phrase: blanks, commas, brackets, quotation marks, hyphens."""

Span = tuple[int, int]


class PatternError(ValueError):
    """A pattern is not written in the language of this module."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, ready to be held against normalised text."""

    regex: re.Pattern[str]
    literals: tuple[str, ...]
    """One of these is in every text that matches, so that most texts need no closer look."""
    is_open: bool
    """Whether the word may begin before the match."""

    def spans(self, text: str) -> Iterator[Span]:
        """Where the phrase stands in a normalised text, in whole words."""
        if not any(literal in text for literal in self.literals):
            return
        for found in self.regex.finditer(text):
            yield (_start_of_word(text, found.start()) if self.is_open else found.start()), found.end()


def phrase(pattern: str) -> Phrase:
    """The pattern, compiled.

    Raises:
        PatternError: It is not written in the language of this module.
    """
    if ANYWHERE.fullmatch(pattern):
        return Phrase(re.compile(_ending(pattern[1:])), (pattern.strip("*"),), is_open=True)
    words = [_alternatives(word, pattern) for word in pattern.split(" ")]
    between = BETWEEN.join("(?:" + "|".join(map(_ending, word)) + ")" for word in words)
    rarest = max(words, key=lambda word: min(len(stem) for stem in word))
    literals = tuple(stem.rstrip("*") for stem in rarest)
    return Phrase(re.compile(rf"(?<!\w){between}"), literals, is_open=False)


def _alternatives(word: str, pattern: str) -> list[str]:
    bare = word[1:-1] if word.startswith("(") and word.endswith(")") else word
    stems = bare.split("|") if bare is not word else [word]
    if len(set(stems)) < len(stems):
        raise PatternError(f"{pattern!r}: the same word twice")
    for stem in stems:
        if not WORD.fullmatch(stem):
            raise PatternError(f"{pattern!r}: {stem!r} is not a word")
        if stem != stem.casefold():
            raise PatternError(f"{pattern!r}: {stem!r} is not in lower case, so that it would never match")
    return stems


def _ending(stem: str) -> str:
    return re.escape(stem[:-1]) + r"\w*+" if stem.endswith("*") else re.escape(stem) + r"(?!\w)"


def _start_of_word(text: str, start: int) -> int:
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return start
