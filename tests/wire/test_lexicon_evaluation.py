"""The lexicon against the labelled turns of the recorded answers."""

import re
from pathlib import Path

import pytest
from evaluation import about, by_words, digest, judged, may_be_shown, measured, mistakes, rows, tables
from recorded import REASON, WIRE
from turns import turns

from scrapers.lexicon import ARGUMENTS, TOPICS, find_topics, languages, lexicon

pytestmark = pytest.mark.skipif(not WIRE.is_dir(), reason=REASON)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lexicon.md"


def test_the_labelled_set_is_large_and_has_every_language():
    assert len(rows()) >= 300
    assert {row["language"] for row in rows()} == set(languages())


def test_no_text_is_labelled_twice():
    assert len({(row["language"], row["sha256"]) for row in rows()}) == len(rows())


def test_labels_are_words_of_the_scheme():
    assert {topic for each in judged() for topic in each.topics} <= set(TOPICS)
    assert {argument for each in judged() for argument in each.arguments} <= set(ARGUMENTS)
    assert {each.known_by for each in judged()} == {"", "words", "context"}
    assert all(bool(each.topics) == bool(each.known_by) for each in judged())


@pytest.mark.parametrize("language", ["", *languages()])
def test_what_is_about_the_subject_is_found(language):
    figures = about(language)
    assert figures.recall is None or figures.recall >= 0.98
    assert figures.precision is None or figures.precision >= 0.95


def test_only_swedish_has_no_text_about_the_subject():
    assert [
        language for language in languages() if not any(each.is_about for each in by_words(language))
    ] == ["sv"]


def test_nothing_is_found_in_the_texts_that_are_not_labelled():
    labelled = {(row["language"], row["sha256"]) for row in rows()}
    found = [
        (turn.file, turn.number, hits)
        for turn in turns()
        if (hits := find_topics(turn.text, turn.language))
        and (turn.language, digest(turn.text)) not in labelled
    ]
    assert found == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("argument", ARGUMENTS)
def test_a_tag_is_withheld_exactly_where_it_is_not_shown_to_be_right(language, argument):
    withheld = bool(lexicon(language).lexicon.arguments[argument].withheld)
    assert withheld != may_be_shown(measured(argument, language))


def test_mistakes_are_listed_with_what_was_too_much_and_what_was_missed():
    assert any("0.12 (context) topics: too much [] missed [Ottawa Convention]" in line for line in mistakes())


def test_the_page_states_the_figures_as_they_are():
    page = PAGE.read_text(encoding="utf-8")
    (stated,) = re.findall(r"<!-- figures -->\n(.*?)\n<!-- end of figures -->", page, re.DOTALL)
    assert stated == tables(), "put the tables of `python tests/wire/evaluation.py` into docs/lexicon.md"
