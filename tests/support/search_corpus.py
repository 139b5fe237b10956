"""The small corpus in an index, and what questions find in it."""

from contextlib import closing
from pathlib import Path

import yaml
from blank import blank_database
from invented_house import House

from scrapers.search.asking import expression
from scrapers.tagging import tag_and_index

SENTENCES = yaml.safe_load((Path(__file__).parent / "search_corpus.yaml").read_text(encoding="utf-8"))
NAMES = {
    "lt": "Lithuanian",
    "lv": "Latvian",
    "et": "Estonian",
    "pl": "Polish",
    "fi": "Finnish",
    "sv": "Swedish",
    "en": "English",
}
SPEECH = """
INSERT INTO speeches (key, chamber, term, sitting_key, position, date, speaker, language, text,
    capacity, origin, source_url, response_id)
VALUES (?, 'zz-house', 'zz-house-1', 'zz-sitting', ?, '2025-01-15', 'Member 017', ?, ?,
    'member', 'live', '', 1)
"""


def fill(house):
    """Every sentence is a turn of an invented member; its key says what it is: `lt-forms-3`."""
    house.provenance()
    house.db.execute(
        "INSERT INTO sittings (key, chamber, term, is_stated, origin, source_url, response_id)"
        " VALUES ('zz-sitting', 'zz-house', 'zz-house-1', 0, 'live', '', 1)"
    )
    position = 0
    for language, lists in SENTENCES.items():
        for kind in ("forms", "distractors"):
            for number, sentence in enumerate(lists[kind], 1):
                position += 1
                house.db.execute(SPEECH, [f"{language}-{kind}-{number}", position, language, sentence])
    tag_and_index(house.db)


def found(db, question):
    """The keys of the turns that a question finds."""
    languages = tuple(sorted(row[0] for row in db.execute("SELECT language FROM search_languages")))
    rows = db.execute(
        "SELECT speeches.key FROM search_words"
        " JOIN search_documents ON search_documents.id = search_words.rowid AND kind = 'speech'"
        " JOIN speeches ON speeches.id = search_documents.subject_id"
        " WHERE search_words MATCH ?",
        [expression(question, languages) or '""'],
    )
    return {key for (key,) in rows}


def figures(db):
    """By language and question: forms found, distractors of the same language found."""
    for language, lists in SENTENCES.items():
        for question in lists["asked"]:
            keys = found(db, question)
            kinds = [f"{language}-forms-", f"{language}-distractors-"]
            yield language, question, *(sum(key.startswith(kind) for key in keys) for kind in kinds)


def table(db):
    lines = ["| language | asked | forms found, of 10 | look-alikes found, of 12 |", "|---|---|---|---|"]
    lines += [
        f"| {NAMES[language]} | {question} | {forms} | {wrong} |"
        for language, question, forms, wrong in figures(db)
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    with closing(blank_database()) as opened:
        fill(House(opened))
        print(table(opened))
