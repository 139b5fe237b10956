"""The rules of each language, read from its file and checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import msgspec
import yaml

from db.records.words import ArgumentByRule
from scrapers.lexicon.patterns import PatternError, Phrase, phrase

Topic = Literal[
    "anti-personnel mines",
    "mines in general",
    "Ottawa Convention",
    "cluster munitions",
    "Convention on Cluster Munitions",
    "CCW",
    "other mines",
]

TOPICS: dict[Topic, str] = {
    "anti-personnel mines": "Mines against people, by whatever name.",
    "mines in general": "Land mines, mining of ground or its clearance, where the words do not say which.",
    "Ottawa Convention": "The convention of 1997 that bans anti-personnel mines.",
    "cluster munitions": "Cluster bombs, shells, warheads.",
    "Convention on Cluster Munitions": "The convention of 2008, called after Oslo or Dublin too.",
    "CCW": "The convention of 1980 on certain conventional weapons, and its Protocol II on mines (1996).",
    "other mines": "Mines said to be at sea or against tanks: no treaty followed here bans them.",
}
"""What texts can be about. A text is about the subject of this project by any topic but the last."""

ARGUMENTS: dict[ArgumentByRule, str] = {
    "security/deterrence": "The threat, the changed security of the region, deterring an attacker.",
    "military effectiveness": "What the weapons do or fail to do; whether the forces need them.",
    "humanitarian": "Harm to civilians, clearance, humanitarian law and values.",
    "alliance": "NATO and its members: their troops, their help, what they understand or do themselves.",
    "treaty law": "Who is bound and who is not, who keeps treaties, how one leaves, what remains in force.",
    "regional solidarity": "Acting together with the neighbours.",
    "cost": "What the weapons, or doing without them, cost.",
}
"""The open scheme of arguments. Statements collected by hand can be `other` too, which has no rule."""


class LexiconError(Exception):
    """The file of a language is wrong, or there is none."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that count, perhaps only beside other words."""

    id: str
    words: tuple[str, ...]
    needs: str = ""
    """The name of a context: one of its words has to be there too."""
    within: int = 0
    """How many characters away at most; 0 is anywhere in the text."""
    weak: bool = False
    """Counts only outside the words of other hits: "mines" within "sea mines" says nothing more."""


class FalseFriend(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that look like ours and mean something else. A hit that overlaps them does not count."""

    words: tuple[str, ...]
    why: str


class ArgumentRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules for one argument in one language, and whether their tags are shown."""

    rules: tuple[Rule, ...]
    withheld: str = ""
    """Why the tag is not shown, for readers; empty where it is."""


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything about one language, as its file says it."""

    language: str
    name: str
    topics: dict[Topic, tuple[Rule, ...]]
    arguments: dict[ArgumentByRule, ArgumentRules]
    contexts: dict[str, tuple[str, ...]] = {}
    false_friends: tuple[FalseFriend, ...] = ()

    def rules(self) -> Iterator[Rule]:
        """All rules, in the order of the file."""
        for topic_rules in self.topics.values():
            yield from topic_rules
        for argument in self.arguments.values():
            yield from argument.rules


@dataclass(frozen=True, slots=True)
class Compiled:
    """A lexicon with its patterns ready for use."""

    lexicon: Lexicon
    phrases: dict[str, tuple[Phrase, ...]]
    """By the id of the rule."""
    contexts: dict[str, tuple[Phrase, ...]]
    false_friends: tuple[Phrase, ...]


@cache
def languages() -> tuple[str, ...]:
    """The languages for which there are rules, in alphabetical order."""
    names = [file.name for file in files(__package__).iterdir() if file.name.endswith(".yaml")]
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


@cache
def lexicon(language: str) -> Compiled:
    """The rules of a language.

    Raises:
        LexiconError: There are none, or their file is wrong.
    """
    if language not in languages():
        raise LexiconError(f"there are no rules for {language!r}, only for {', '.join(languages())}")
    return read_lexicon(files(__package__).joinpath(f"{language}.yaml").read_text(encoding="utf-8"), language)


def read_lexicon(text: str, name: str) -> Compiled:
    """The rules in the text of a file.

    Raises:
        LexiconError: The text is no such file, or its rules contradict one another.
    """
    try:
        found = msgspec.convert(yaml.load(text, yaml.CSafeLoader), Lexicon)
        _check(found)
        return _compiled(found)
    except (yaml.YAMLError, msgspec.ValidationError, PatternError) as error:
        raise LexiconError(f"{name}: {error}") from error


def _check(found: Lexicon) -> None:
    counted = Counter(rule.id for rule in found.rules())
    problems = [f"{name!r} is the id of {count} rules" for name, count in counted.items() if count > 1]
    problems += [problem for rule in found.rules() for problem in _problems(rule, found)]
    for wanted, there in ((get_args(Topic), found.topics), (get_args(ArgumentByRule), found.arguments)):
        problems += [f"no rules for {name!r}" for name in wanted if name not in there]
    if problems:
        raise msgspec.ValidationError("; ".join(problems))


def _problems(rule: Rule, found: Lexicon) -> Iterator[str]:
    if not rule.id.startswith(f"{found.language}-"):
        yield f"{rule.id!r} does not begin with the language"
    if rule.needs and rule.needs not in found.contexts:
        yield f"{rule.id!r} needs {rule.needs!r}, which is no context"
    if not rule.words:
        yield f"{rule.id!r} has no words"


def _compiled(found: Lexicon) -> Compiled:
    return Compiled(
        lexicon=found,
        phrases={rule.id: _phrases(rule.words) for rule in found.rules()},
        contexts={name: _phrases(words) for name, words in found.contexts.items()},
        false_friends=_phrases(tuple(words for friend in found.false_friends for words in friend.words)),
    )


def _phrases(patterns: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase(pattern) for pattern in patterns)
