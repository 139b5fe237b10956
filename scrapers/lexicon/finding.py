"""Holding the rules of a language against a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from db.records.words import ArgumentByRule
from scrapers.lexicon.normal import Normal, normalised
from scrapers.lexicon.patterns import Phrase, Span
from scrapers.lexicon.rules import Compiled, Rule, Topic, lexicon

Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Hit:
    """A topic that a text has, by these words and this rule."""

    topic: Topic
    rule: str
    words: str
    """As they stand in the text."""


@dataclass(frozen=True, slots=True)
class ArgumentHit:
    """An argument that a text makes or answers, by these words and this rule."""

    argument: ArgumentByRule
    rule: str
    words: str
    """As they stand in the text."""


def find_topics(text: str, language: str) -> tuple[Hit, ...]:
    """The topics that the words of a text show; the same words by the same rule are named once.

    Raises:
        LexiconError: There are no rules for the language.
    """
    reading = _Reading(normalised(text), lexicon(language))
    topics = reading.rules.lexicon.topics.items()
    found = reading.matches((rule, topic) for topic, rules in topics for rule in rules)
    return tuple(dict.fromkeys(Hit(topic, rule, words) for topic, rule, words in found))


def find_arguments(text: str, language: str, *, also_withheld: bool = False) -> tuple[ArgumentHit, ...]:
    """The arguments that the words of a text show. They mean something only in texts on the subject.

    Args:
        text: A turn or statement.
        language: The language it is in.
        also_withheld: Give the tags too that have not been shown to be right often enough.

    Raises:
        LexiconError: There are no rules for the language.
    """
    reading = _Reading(normalised(text), lexicon(language))
    arguments = reading.rules.lexicon.arguments.items()
    shown = [(name, found.rules) for name, found in arguments if also_withheld or not found.withheld]
    matches = reading.matches((rule, name) for name, rules in shown for rule in rules)
    return tuple(dict.fromkeys(ArgumentHit(name, rule, words) for name, rule, words in matches))


def is_about(hits: Iterable[Hit]) -> bool:
    """Whether these topics make a text one about anti-personnel mines, cluster munitions, their treaties."""
    return any(hit.topic != "other mines" for hit in hits)


@dataclass(slots=True)
class _Reading:
    """One text under the rules of one language."""

    normal: Normal
    rules: Compiled
    taken: bytearray = field(default_factory=bytearray)
    """Which characters belong to a false friend or to a hit."""
    contexts: dict[str, list[int]] = field(default_factory=dict)
    """Where the words of a context begin, once they have been asked for."""

    def matches(self, ruled: Iterable[tuple[Rule, Name]]) -> Iterator[tuple[Name, str, str]]:
        """What was found, the rule that found it, and the words; weak rules come last."""
        found = [(rule, name, spans) for rule, name in ruled if (spans := self._spans(rule))]
        if not found:
            return
        friends = _mask(len(self.normal.text), self._friends())
        self.taken = bytearray(friends)
        for rule, name, spans in sorted(found, key=lambda each: each[0].weak):
            free = self.taken if rule.weak else friends
            for start, end in spans:
                if not any(free[start:end]) and self._has_context(rule, start, end):
                    self.taken[start:end] = b"\1" * (end - start)
                    yield name, rule.id, self.normal.words(start, end)

    def _spans(self, rule: Rule) -> list[Span]:
        return sorted(_spans(self.rules.phrases[rule.id], self.normal.text))

    def _friends(self) -> Iterator[Span]:
        return _spans(self.rules.false_friends, self.normal.text)

    def _has_context(self, rule: Rule, start: int, end: int) -> bool:
        if not rule.needs:
            return True
        if rule.needs not in self.contexts:
            spans = _spans(self.rules.contexts[rule.needs], self.normal.text)
            self.contexts[rule.needs] = sorted(start for start, _ in spans)
        begins = self.contexts[rule.needs]
        if not rule.within:
            return bool(begins)
        nearest = bisect_left(begins, start - rule.within)
        return nearest < len(begins) and begins[nearest] <= end + rule.within


def _spans(phrases: Iterable[Phrase], text: str) -> Iterator[Span]:
    for each in phrases:
        yield from each.spans(text)


def _mask(length: int, spans: Iterable[Span]) -> bytearray:
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask
