"""The stretch of a text in which what was asked for stands, with marks."""

from __future__ import annotations

from collections.abc import Iterator

from db.stems import Word, fold, stems, words
from scrapers.lexicon import find_topics, languages
from scrapers.search.asking import MOST_CHARACTERS
from scrapers.search.topics import Span, topics_asked

START, END = "\x02", "\x03"
"""Around a marked word. The page makes them into elements after it has escaped the rest."""

BEFORE, LENGTH = 90, 320
"""Characters shown before the first marked word, and in all."""


def excerpt(text: str | None, language: str | None, question: str) -> str | None:
    """The stretch around the first words that were asked for, or None where none of them is in the text."""
    if not text:
        return None
    asked = question[:MOST_CHARACTERS]
    marks = sorted({*_of_topics(text, language, asked), *_of_words(text, language, asked)})
    if not marks:
        return None
    start = _space_after(text, max(0, marks[0][0] - BEFORE))
    end = _space_before(text, min(len(text), start + LENGTH))
    shown = _marked(text, start, end, marks)
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _of_topics(text: str, language: str | None, asked: str) -> Iterator[Span]:
    topics = topics_asked(asked).topics
    if topics and language in languages():
        for hit in find_topics(text, language or ""):
            if hit.topic in topics:
                start = text.index(hit.words)
                yield start, start + len(hit.words)


def _of_words(text: str, language: str | None, asked: str) -> Iterator[Span]:
    named = topics_asked(asked).spans
    wanted = [word.plain for word in words(asked) if not _touches(word, named)]
    literally = {fold(word) for word in wanted}
    inflected = {stem for word in wanted for stem in stems(word, language or "")}
    # To stem a word takes long; one that begins otherwise is no form of what was asked for, or rarely.
    begins = tuple({word[:2] for word in literally})
    end = len(text)
    for word in words(text):
        if word.start > end:
            return
        plain = fold(word.plain)
        if plain.startswith(begins) and (
            plain in literally or not inflected.isdisjoint(stems(word.plain, language or ""))
        ):
            end = min(end, word.start + LENGTH)
            yield word.start, word.end


def _touches(word: Word, spans: tuple[Span, ...]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


def _marked(text: str, start: int, end: int, marks: list[Span]) -> str:
    pieces, at = [], start
    for first, last in marks:
        if at <= first and last <= end:
            pieces += [text[at:first], START, text[first:last], END]
            at = last
    return "".join([*pieces, text[at:end]])


def _space_after(text: str, at: int) -> int:
    return (at and text.find(" ", at, at + BEFORE // 2) + 1) or at


def _space_before(text: str, at: int) -> int:
    return at if at == len(text) else max(text.rfind(" ", at - BEFORE // 2, at), at - BEFORE // 2)
