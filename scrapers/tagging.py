"""Tags of turns and statements, and the index behind the search, once a run has stored its rows.

It goes by the rows alone, so that the result is the same in whatever order the answers came, and where a
bundled text gives way to an official one.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from db.search import index_pending
from db.tags import Tag, TagLanguage, register_languages, replace_tags
from scrapers.lexicon import TOPICS, find_arguments, find_topics, is_about, languages, lexicon
from scrapers.search.topics import tokens_of

ON_A_TRACKED_BILL = """
SELECT 1 FROM item_bills JOIN bills ON bills.key = item_bills.bill_key
WHERE item_bills.item_key = speeches.item_key AND bills.is_tracked
"""

ABOUT = """
SELECT 1 FROM tags
WHERE tags.subject_key = speeches.key AND tags.basis = 'rule' AND tags.scheme = 'topic'
    AND tags.tag <> 'other mines'
"""

SUBJECTS = f"""
SELECT speeches.key, speeches.text, speeches.language, EXISTS ({ON_A_TRACKED_BILL})
FROM search_pending JOIN speeches ON speeches.id = search_pending.subject_id
WHERE search_pending.kind = 'speech'
UNION ALL
SELECT statements.key, statements.text, statements.language, 0
FROM search_pending JOIN statements ON statements.id = search_pending.subject_id
WHERE search_pending.kind = 'statement'
"""  # noqa: S608  own words
"""What is new or changed. The last column: whether it is about a bill that is followed here."""

BY_CONTEXT = f"""
SELECT speeches.key, speeches.text, speeches.language, 1
FROM speeches WHERE speeches.item_key IN (
    SELECT item_bills.item_key FROM item_bills JOIN bills ON bills.key = item_bills.bill_key
    WHERE bills.is_tracked
) AND speeches.text IS NOT NULL AND NOT EXISTS ({ABOUT})
UNION ALL
SELECT speeches.key, speeches.text, speeches.language, 0
FROM speeches
WHERE speeches.key IN (SELECT subject_key FROM tags WHERE basis = 'rule' AND scheme = 'argument')
    AND NOT EXISTS ({ABOUT}) AND NOT EXISTS ({ON_A_TRACKED_BILL})
"""  # noqa: S608  own words
"""Turns that are about the subject by their item alone, and those that no longer are.

The links between items and bills may come after the turns.
"""

Subject = tuple[str, str | None, str | None, int]


def tag_and_index(db: Database) -> None:
    """Work out of what is stored what it is about, with which arguments, and by which words it is found.

    It comes after the conclusions: who spoke on which bill is known by then. On settled rows it writes
    nothing.
    """
    register_languages(db, _looked_for())
    # The first may be all texts there are, so they are read one by one; the second changes what it asks.
    for subject in db.conn.execute(SUBJECTS):
        replace_tags(db, subject[0], _tags(subject))
    for subject in db.conn.execute(BY_CONTEXT).fetchall():
        replace_tags(db, subject[0], _tags(subject))
    index_pending(db, tokens_of)


def _tags(subject: Subject) -> Iterator[Tag]:
    _, text, language, is_on_bill = subject
    if not text or language not in languages():
        return
    hits = find_topics(text, language)
    yield from (Tag("topic", hit.topic, hit.rule, hit.words) for hit in hits)
    if is_on_bill or is_about(hits):
        yield from (
            Tag("argument", hit.argument, hit.rule, hit.words) for hit in find_arguments(text, language)
        )


def _looked_for() -> Iterator[TagLanguage]:
    for language in languages():
        for topic in TOPICS:
            yield TagLanguage("topic", topic, language, None)
        for argument, ruled in lexicon(language).lexicon.arguments.items():
            yield TagLanguage("argument", argument, language, ruled.withheld or None)
