"""Tags that rules gave: what a turn or statement is about, and which arguments its words show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

Scheme = Literal["topic", "argument"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, the rule that gave it, and the words that caused it."""

    scheme: Scheme
    tag: str
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class TagLanguage:
    """A tag that rules look for in a language, or why they do not show it there."""

    scheme: Scheme
    tag: str
    language: str
    withheld: str | None


def replace_tags(db: Database, subject: str, tags: Iterable[Tag]) -> None:
    """Make these the tags that rules gave to a turn or statement. Those that a person gave stay."""
    wanted = {(tag.scheme, tag.tag, tag.rule, tag.words) for tag in tags}
    stored = set(
        db.conn.execute(
            "SELECT scheme, tag, rule, words FROM tags WHERE subject_key = ? AND basis = 'rule'", [subject]
        )
    )
    db.conn.executemany(
        "DELETE FROM tags WHERE subject_key = ? AND basis = 'rule'"
        " AND scheme = ? AND tag = ? AND rule = ? AND words = ?",
        [(subject, *gone) for gone in sorted(stored - wanted)],
    )
    db.conn.executemany(
        "INSERT INTO tags (subject_key, basis, scheme, tag, rule, words) VALUES (?, 'rule', ?, ?, ?, ?)",
        [(subject, *new) for new in sorted(wanted - stored)],
    )


def register_languages(db: Database, tags: Iterable[TagLanguage]) -> None:
    """Make these the tags that are looked for, in the languages in which they are."""
    wanted = {(tag.scheme, tag.tag, tag.language, tag.withheld) for tag in tags}
    stored = set(db.conn.execute("SELECT scheme, tag, language, withheld FROM tag_languages"))
    db.conn.executemany(
        "DELETE FROM tag_languages WHERE scheme = ? AND tag = ? AND language = ?",
        [gone[:3] for gone in stored - wanted],
    )
    db.conn.executemany("INSERT INTO tag_languages VALUES (?, ?, ?, ?)", list(wanted - stored))
