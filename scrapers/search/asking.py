"""A question, as it is put to the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from db.stems import Word, fold, stems, words
from scrapers.search.topics import Asked, Span, token, topics_asked

MOST_CHARACTERS = 300
MOST_WORDS = 16
"""Of a longer question only the beginning is asked: nobody means more, and each word costs time."""

QUOTED = re.compile(r'"([^"]*)"')


@lru_cache(maxsize=256)
def expression(question: str, languages: tuple[str, ...]) -> str | None:
    """What FTS5 is to match, or None where the question holds no word.

    Every word must be there, in any of its forms; what names a topic stands for that topic in all languages;
    what stands in quotation marks must be there as it stands. Nothing else in a question has a meaning, so
    no question is wrong.
    """
    asked = question[:MOST_CHARACTERS]
    quoted = [found.span() for found in QUOTED.finditer(asked)]
    open_part = QUOTED.sub(lambda found: " " * len(found[0]), asked)
    named = topics_asked(open_part)
    units = [*_topic(named, open_part), *_phrases(asked, quoted), *_words(named, open_part, languages)]
    return " AND ".join(units[:MOST_WORDS]) or None


def _topic(named: Asked, question: str) -> Iterator[str]:
    if named.topics:
        topics = " OR ".join(f'"{token(topic)}"' for topic in sorted(named.topics))
        spelled = [fold(word.plain) for word in words(question) if _is_within(word, named.spans)]
        # One word alone, "mina", is a word of several languages; several together are not.
        literally = f' OR text : "{" ".join(spelled)}"' if len(spelled) > 1 else ""
        yield f"(topics : ({topics}){literally})"


def _phrases(question: str, quoted: list[Span]) -> Iterator[str]:
    for start, end in quoted:
        phrase = " ".join(fold(word.plain) for word in words(question[start:end]))
        if phrase:
            yield f'text : "{phrase}"'


def _words(named: Asked, question: str, languages: tuple[str, ...]) -> Iterator[str]:
    for word in dict.fromkeys(word.plain for word in words(question) if not _is_within(word, named.spans)):
        found = sorted({stem for language in languages for stem in stems(word, language)})
        inflected = f" OR stems : ({' OR '.join(map(_quoted, found))})" if found else ""
        yield f"(text : {_quoted(fold(word))}{inflected})"


def _is_within(word: Word, spans: tuple[Span, ...]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)


def _quoted(word: str) -> str:
    return f'"{word}"'
