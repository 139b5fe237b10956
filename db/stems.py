"""Words as they are compared: without case and diacritics, and cut to what their inflected forms share.

What is indexed and what is asked for both go through here, so that they meet. No stemmer is good at all of
these languages, so a word has the stems that any of them gives it. It is stemmed with and without its
diacritics, because people ask without.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import LatvianStemmer
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory
from Stemmer import Stemmer

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens and characters without width."""

_LETTERS = "(?:[^\\W_][\u0300-\u036f]*)+"
WORD = re.compile(f"{_LETTERS}(?:[{UNSEEN}]+{_LETTERS})*")
_GONE = re.compile(f"[{UNSEEN}]")
_ODD_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "\u0131": "i"})
"""Letters that Unicode does not take for another one with a mark."""

SNOWBALL = {
    "en": "english",
    "et": "estonian",
    "fi": "finnish",
    "lt": "lithuanian",
    "pl": "polish",
    "sv": "swedish",
}
LANGUAGES = (*sorted((*SNOWBALL, "lv")),)
"""The languages whose inflected forms are found. Of others only the form that was asked for is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its text."""

    start: int
    end: int
    plain: str
    """Composed, without case and unseen characters."""


def words(text: str) -> Iterator[Word]:
    """The words of a text in their order."""
    for found in WORD.finditer(text):
        plain = unicodedata.normalize("NFC", _GONE.sub("", found[0])).casefold()
        yield Word(found.start(), found.end(), plain)


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """A word without its diacritics."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_ODD_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@lru_cache(maxsize=1 << 18)
def stems(word: str, language: str) -> frozenset[str]:
    """What the forms of a word share, each with its language before it; nothing in an unknown language."""
    if language not in LANGUAGES:
        return frozenset()
    forms = {word, fold(word)}
    found = {fold(stem(form).casefold()) for stem in _stemmers(language) for form in forms}
    return frozenset(f"{language}_{stem}" for stem in found)


@cache
def _stemmers(language: str) -> tuple[Callable[[str], str], ...]:
    light = LatvianStemmer.stem if language == "lv" else Stemmer(SNOWBALL[language]).stemWord
    return light, lambda word: _lemmatizer().lemmatize(word, language)


@cache
def _lemmatizer() -> Lemmatizer:
    # Made once, which takes twenty seconds, and kept in the user's cache folder: read from there, all seven
    # languages take 60 MB of mapped files and no time. As plain dictionaries, it would be 1.1 GB and eleven
    # seconds in every process.
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=TrieDictionaryFactory()))


def make_dictionaries() -> None:
    """Make the dictionaries of all languages now, in this process alone, so that no job has to."""
    for language in LANGUAGES:
        stems("mines", language)
