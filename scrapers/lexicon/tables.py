"""The rules as a table, for a page that shows what counts and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrapers.lexicon.rules import Lexicon, Rule, languages, lexicon


@dataclass(frozen=True, slots=True)
class Row:
    """One rule."""

    language: str
    kind: str
    """`topic`, `argument` or `false friend`."""
    name: str
    """The topic or argument that the rule finds, or what the false friend means."""
    rule: str
    """The id that every hit carries; a false friend has none."""
    words: str
    needs: str
    """Under what condition the words count; empty where they count always."""
    withheld: str
    """Why hits are not shown; empty where they are."""


def rule_table() -> tuple[Row, ...]:
    """All rules of all languages, in the order of the files."""
    return tuple(row for language in languages() for row in _rows(lexicon(language).lexicon))


def _rows(found: Lexicon) -> Iterator[Row]:
    for topic, rules in found.topics.items():
        yield from _of_rules(found.name, "topic", topic, rules)
    for argument, ruled in found.arguments.items():
        yield from _of_rules(found.name, "argument", argument, ruled.rules, ruled.withheld)
    for friend in found.false_friends:
        yield Row(found.name, "false friend", friend.why, "", "; ".join(friend.words), "", "")


def _of_rules(
    language: str, kind: str, name: str, rules: Iterable[Rule], withheld: str = ""
) -> Iterator[Row]:
    for rule in rules:
        yield Row(language, kind, name, rule.id, "; ".join(rule.words), _condition(rule), withheld)


def _condition(rule: Rule) -> str:
    near = f" within {rule.within} characters" if rule.within else " anywhere in the text"
    needs = f"a word of {rule.needs!r}{near}" if rule.needs else ""
    outside = "outside the words of other hits" if rule.weak else ""
    return ", ".join(filter(None, (needs, outside)))
