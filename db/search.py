"""The index behind the search: which words and stems stand in which text.

Triggers note what is new or changed; `index_pending` takes it in when a run closes. Which topics a text has
is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from db.stems import fold, stems, words

TopicsOf = Callable[[str, str], Iterable[str]]
"""The topics of a text in a language, each as one word of letters and low lines."""

Part = tuple[str, str | None]
"""A text and its language."""

# The language of a country's records, where they do not say it; of a country unknown here its own code, which
# is no language, so that only the forms that stand there are found.
_LANGUAGE = "CASE chambers.country WHEN 'ee' THEN 'et' WHEN 'se' THEN 'sv' ELSE chambers.country END"

DOCUMENTS = {
    "speech": """
SELECT speeches.id, chambers.country, speeches.capacity, speeches.date, speeches.text IS NOT NULL,
    speeches.speaker, NULL, speeches.text, speeches.language, speeches.gist, 'en'
FROM speeches JOIN chambers ON chambers.key = speeches.chamber
WHERE speeches.id IN ({marks}) AND speeches.withdrawn_at IS NULL
""",
    "statement": """
SELECT statements.id, statements.country,
    (SELECT 'minister' FROM statement_signatories WHERE statement_id = statements.id
        AND office LIKE '%minister%' AND office NOT LIKE '%designate%'),
    statements.date, statements.text IS NOT NULL,
    (SELECT group_concat(name || ' ' || coalesce(office, ''), ', ') FROM statement_signatories
        WHERE statement_id = statements.id), 'en',
    statements.title, statements.language, statements.venue, NULL,
    statements.text, statements.language, statements.gist, 'en'
FROM statements WHERE statements.id IN ({marks})
""",
    "vote": f"""
SELECT votes.id, chambers.country, NULL, votes.date, 1,
    votes.title, {_LANGUAGE}, votes.question, {_LANGUAGE}, votes.title_sv, 'sv', votes.question_sv, 'sv',
    votes.title_en, 'en'
FROM votes JOIN chambers ON chambers.key = votes.chamber WHERE votes.id IN ({{marks}})
""",  # noqa: S608  own words
    "bill": f"""
SELECT bills.id, chambers.country, NULL, bills.submitted_on, 1,
    bills.number, NULL, bills.title, {_LANGUAGE}, bills.title_sv, 'sv', bills.title_en, 'en'
FROM bills JOIN chambers ON chambers.key = bills.chamber WHERE bills.id IN ({{marks}})
""",  # noqa: S608  own words
    "person": """
SELECT persons.id,
    (SELECT min(country) FROM (
        SELECT chambers.country FROM memberships JOIN chambers ON chambers.key = memberships.chamber
        WHERE memberships.person_id = persons.id
        UNION SELECT offices.country FROM offices WHERE offices.person_id = persons.id
    )), NULL, NULL, 1,
    persons.name, NULL,
    (SELECT group_concat(given_name || ' ' || family_name, ', ') FROM person_names
        WHERE person_id = persons.id), NULL
FROM persons WHERE persons.id IN ({marks})
""",
}
"""By kind: number, country, capacity, day, whether its words are here; then texts with their languages."""

AT_ONCE = 200
"""Documents that are read together."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found."""

    kind: str
    subject: int
    country: str | None
    capacity: str | None
    day: str | None
    has_text: int
    parts: tuple[Part, ...]


def index_pending(db: Database, topics_of: TopicsOf) -> None:
    """Take in what is new or changed since the last time. Where nothing is, it writes nothing."""
    for kind, sql in DOCUMENTS.items():
        while pending := _pending(db, kind):
            marks = ", ".join("?" * len(pending))
            _let_go(db, kind, pending)
            for row in db.conn.execute(sql.format(marks=marks), pending).fetchall():
                subject, country, capacity, day, has_text, *parts = row
                found = Document(kind, subject, country, capacity, day, has_text, tuple(_parts(parts)))
                _add(db, found, topics_of)
            db.conn.execute(
                f"DELETE FROM search_pending WHERE kind = ? AND subject_id IN ({marks})",  # noqa: S608  marks only
                [kind, *pending],
            )


def _let_go(db: Database, kind: str, subjects: list[int]) -> None:
    for subject in subjects:
        db.conn.execute(
            "UPDATE search_facets SET documents = documents - 1 WHERE id ="
            " (SELECT facet_id FROM search_documents WHERE kind = ? AND subject_id = ?)",
            [kind, subject],
        )
        db.conn.execute(
            "UPDATE search_documents SET subject_id = NULL, facet_id = NULL"
            " WHERE kind = ? AND subject_id = ?",
            [kind, subject],
        )


def _pending(db: Database, kind: str) -> list[int]:
    found = db.conn.execute(
        "SELECT subject_id FROM search_pending WHERE kind = ? ORDER BY subject_id LIMIT ?", [kind, AT_ONCE]
    )
    return [subject for (subject,) in found]


def _parts(row: list[str | None]) -> Iterator[Part]:
    for text, language in zip(row[::2], row[1::2], strict=True):
        if text:
            yield text, language


def _add(db: Database, document: Document, topics_of: TopicsOf) -> None:
    number = db.conn.execute(
        "INSERT INTO search_documents (kind, subject_id, facet_id, day) VALUES (?, ?, ?, ?)",
        [document.kind, document.subject, _facet(db, document), document.day or ""],
    ).lastrowid
    languages = {language for _, language in document.parts if language}
    db.conn.executemany(
        "INSERT OR IGNORE INTO search_languages VALUES (?)", [(each,) for each in sorted(languages)]
    )
    spoken, found, topics = _words(document.parts, topics_of)
    db.conn.execute(
        "INSERT INTO search_words (rowid, text, stems, topics) VALUES (?, ?, ?, ?)",
        [number, spoken, " ".join(sorted(found)), " ".join(sorted(topics))],
    )


def _words(parts: Iterable[Part], topics_of: TopicsOf) -> tuple[str, set[str], set[str]]:
    """The words in their order, their stems, and the topics."""
    lines, found, topics = [], set[str](), set[str]()
    for text, language in parts:
        plain = [word.plain for word in words(text)]
        lines.append(" ".join(map(fold, plain)))
        if language is not None:
            for word in set(plain):
                found |= stems(word, language)
            topics.update(topics_of(text, language))
    # A word that belongs to no text keeps phrases from reaching from one text into the next.
    return " _ ".join(lines), found, topics


def _facet(db: Database, document: Document) -> int:
    """Count the document under what it can be narrowed down by, and give the number of that."""
    year = int(document.day[:4]) if document.day else None
    row = [document.kind, document.country, document.capacity, year, document.has_text]
    found = db.conn.execute(
        "UPDATE search_facets SET documents = documents + 1"
        " WHERE kind = ? AND country IS ? AND capacity IS ? AND year IS ? AND has_text = ? RETURNING id",
        row,
    ).fetchone()
    if found is not None:
        return int(found[0])
    sql = (
        "INSERT INTO search_facets (kind, country, capacity, year, has_text, documents)"
        " VALUES (?, ?, ?, ?, ?, 1)"
    )
    return int(db.conn.execute(sql, row).lastrowid or 0)
