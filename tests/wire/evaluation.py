"""How well the lexicon does on the labelled turns: the figures of docs/lexicon.md.

    python tests/wire/evaluation.py

prints what was found wrongly and what was missed, then the tables of the page.
"""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from recorded import WIRE
from turns import turns

from scrapers.lexicon import ARGUMENTS, TOPICS, find_arguments, find_topics, is_about, languages
from scrapers.lexicon.normal import normalised

LABELS = Path(__file__).parent / "labels" / "lexicon.csv"
STATEMENTS = WIRE.parent / "sources" / "statements.csv"
NAMES = {"et": "Estonian turns", "en": "English gists of statements"}
ENOUGH = 10
"""Fewer turns with a tag than this say nothing about it."""
GOOD = 0.8
"""The precision below which a tag is withheld."""


@dataclass(frozen=True)
class Judged:
    """A labelled turn, and what the rules find in it."""

    file: str
    turn: str
    language: str
    drawn: str
    known_by: str
    """`words`: its own words say what it is about; `context`: only what was said before does."""
    topics: frozenset[str]
    arguments: frozenset[str]
    found_topics: frozenset[str]
    found_arguments: frozenset[str]

    @property
    def is_about(self) -> bool:
        return bool(self.topics - {"other mines"})

    @property
    def found_about(self) -> bool:
        return bool(self.found_topics - {"other mines"})


@dataclass(frozen=True)
class Figures:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def digest(text: str) -> str:
    return hashlib.sha256(normalised(text).text.encode()).hexdigest()[:12]


def rows() -> list[dict[str, str]]:
    with LABELS.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@cache
def judged() -> tuple[Judged, ...]:
    texts = {(turn.file, turn.number, turn.language): turn.text for turn in turns()}
    return tuple(judge(row, texts[row["file"], row["turn"], row["language"]]) for row in rows())


def judge(row: dict[str, str], text: str) -> Judged:
    if digest(text) != row["sha256"]:
        raise ValueError(f"{row['file']} {row['turn']}: not the text that was labelled")
    hits = find_topics(text, row["language"])
    arguments = find_arguments(text, row["language"], also_withheld=True)
    found = Judged(
        file=row["file"],
        turn=row["turn"],
        language=row["language"],
        drawn=row["drawn"],
        known_by=row["known_by"],
        topics=parts(row["topics"]),
        arguments=parts(row["arguments"]),
        found_topics=frozenset(hit.topic for hit in hits),
        found_arguments=frozenset(hit.argument for hit in arguments),
    )
    if is_about(hits) != found.found_about:
        raise ValueError("two ways of telling what a turn is about differ")
    return found


def parts(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split(";")))


def compared(pairs: Iterable[tuple[bool, bool]]) -> Figures:
    """The figures for pairs of what is so and what was found."""
    counted = Counter(pairs)
    return Figures(right=counted[True, True], wrong=counted[False, True], missed=counted[True, False])


def by_words(language: str = "") -> list[Judged]:
    """The turns that can be told by their own words, in one language or all."""
    return [each for each in judged() if each.known_by != "context" and language in ("", each.language)]


def about(language: str = "") -> Figures:
    return compared((each.is_about, each.found_about) for each in by_words(language))


def topic(name: str) -> Figures:
    return compared((name in each.topics, name in each.found_topics) for each in by_words())


def argument(name: str, language: str) -> Figures:
    """Of the turns that are about the subject, by their words or by their context."""
    turns_about = [each for each in judged() if each.is_about and each.language == language]
    return compared((name in each.arguments, name in each.found_arguments) for each in turns_about)


def statement_argument(name: str) -> Figures:
    """How the rules for English do on the gists of ministers' statements, which others have labelled."""
    return compared(
        (name in labels, name in {hit.argument for hit in find_arguments(gist, "en", also_withheld=True)})
        for gist, labels in statements().items()
    )


@cache
def statements() -> dict[str, frozenset[str]]:
    """The gists with their labels. A joint statement has one gist and many rows."""
    with STATEMENTS.open(encoding="utf-8", newline="") as table:
        return {row["gist"]: parts(row["argument_types"]) for row in csv.DictReader(table)}


def measured(name: str, language: str) -> Figures:
    """The figures by which a tag is shown or withheld."""
    return statement_argument(name) if language == "en" else argument(name, language)


def may_be_shown(figures: Figures) -> bool:
    tagged = figures.right + figures.wrong
    return tagged >= ENOUGH and figures.right / tagged >= GOOD


def tables() -> str:
    """The figures as they stand in docs/lexicon.md."""
    return "\n\n".join(
        [drawn_table(), about_table(), topic_table(), argument_table("et"), argument_table("en")]
    )


def markdown(head: str, body: Iterable[Iterable[object]]) -> str:
    lines = [head, re.sub(r"[^|]+", "---", head)]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, cells))} |" for cells in body)])


def share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def cells_of(figures: Figures) -> tuple[object, ...]:
    precision, recall = share(figures.precision), share(figures.recall)
    return figures.right, figures.wrong, figures.missed, precision, recall


def drawn_table() -> str:
    head = "| language | labelled | in debates, titles, acts | look-alikes | random | only by context |"
    return markdown(head, (drawn_row(language) for language in ("", *languages())))


def drawn_row(language: str) -> list[object]:
    chosen = [each for each in judged() if language in ("", each.language)]
    drawn = Counter(each.drawn for each in chosen)
    context = sum(each.known_by == "context" for each in chosen)
    return [language or "all", len(chosen), drawn["read"], drawn["look-alike"], drawn["random"], context]


def about_table() -> str:
    head = "| about, by language | right | wrong | missed | precision | recall |"
    return markdown(
        head, ((language or "all", *cells_of(about(language))) for language in ("", *languages()))
    )


def topic_table() -> str:
    head = "| topic | right | wrong | missed | precision | recall |"
    return markdown(head, ((name, *cells_of(topic(name))) for name in TOPICS))


def argument_table(language: str) -> str:
    head = f"| argument, {NAMES[language]} | right | wrong | missed | precision | recall | tag |"
    return markdown(head, (argument_row(name, language) for name in ARGUMENTS))


def argument_row(name: str, language: str) -> list[object]:
    figures = measured(name, language)
    return [name, *cells_of(figures), "shown" if may_be_shown(figures) else "withheld"]


def mistakes() -> Iterator[str]:
    for each in judged():
        for name, so, found in (
            ("topics", each.topics, each.found_topics),
            ("arguments", each.arguments, each.found_arguments if each.is_about else each.arguments),
        ):
            if so != found:
                more, less = ", ".join(sorted(found - so)), ", ".join(sorted(so - found))
                yield f"{each.file} {each.turn} ({each.known_by}) {name}: too much [{more}] missed [{less}]"


if __name__ == "__main__":
    print("\n".join(mistakes()))
    print(tables())
