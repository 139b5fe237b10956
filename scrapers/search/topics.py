"""Topics, as the index keeps them and as people ask for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from db.stems import fold
from scrapers.lexicon import find_topics, languages
from scrapers.lexicon.normal import normalised
from scrapers.lexicon.patterns import Phrase, phrase
from scrapers.lexicon.rules import Topic

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The topics that a question names, and where in the question it does."""

    topics: frozenset[Topic]
    spans: tuple[Span, ...]


def token(topic: str) -> str:
    """A topic as one word of the index."""
    return "_".join(topic.casefold().replace("-", " ").split())


def tokens_of(text: str, language: str) -> Iterable[str]:
    """The topics of a text, as words of the index; none in a language without rules."""
    if language not in languages():
        return ()
    return {token(hit.topic) for hit in find_topics(text, language)}


def topics_asked(question: str) -> Asked:
    """The topics that a question names in any of the languages, with or without diacritics."""
    topics, spans = set[Topic](), list[Span]()
    for language in languages():
        for hit in find_topics(question, language):
            topics.add(hit.topic)
            spans.append(_span(question, hit.words))
    folded = fold(normalised(question).text)
    if len(folded) == len(question):
        for named, phrases in _names():
            found = [span for each in phrases for span in each.spans(folded)]
            topics.update(named if found else ())
            spans.extend(found)
    return Asked(frozenset(topics), tuple(spans))


def _span(question: str, words: str) -> Span:
    start = question.index(words)
    return start, start + len(words)


@cache
def _names() -> tuple[tuple[tuple[Topic, ...], tuple[Phrase, ...]], ...]:
    listed = yaml.load(
        files(__package__).joinpath("names.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return tuple((tuple(entry["topics"]), tuple(map(phrase, entry["names"]))) for entry in listed)
