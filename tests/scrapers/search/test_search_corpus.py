"""What the search finds in sentences of our own, in every language; docs/search.md carries the figures."""

from contextlib import closing
from pathlib import Path

import pytest
from blank import blank_database
from invented_house import House
from search_corpus import SENTENCES, figures, fill, found, table

DOCS = Path(__file__).parents[3] / "docs" / "search.md"
WANTED = {"lt": 10, "lv": 9, "et": 10, "pl": 9, "fi": 9, "sv": 9, "en": 9}


@pytest.fixture(scope="module")
def corpus():
    with closing(blank_database()) as db:
        fill(House(db))
        yield db


def test_every_language_has_ten_forms_and_twelve_look_alikes():
    for lists in SENTENCES.values():
        assert (len(set(lists["forms"])), len(set(lists["distractors"]))) == (10, 12)


def test_inflected_forms_are_found_and_look_alikes_are_not(corpus):
    for language, question, forms, wrong in figures(corpus):
        assert forms >= WANTED[language], question
        assert wrong <= 2, question


def test_an_english_question_finds_turns_in_every_language(corpus):
    keys = found(corpus, "anti-personnel mines")
    assert {key.split("-")[0] for key in keys} == set(SENTENCES)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("noliktavas", "lv-forms-1"),
        ("sandelys", "lt-forms-1"),
        ("magazyny", "pl-forms-1"),
        ("zolnierze", "pl-forms-8"),
        ("varastot", "fi-forms-1"),
        ("temperatuuri", "et-distractors-1"),
        ("depots", "en-forms-1"),
        ("sandėliai guli", "lt-forms-1"),
    ],
)
def test_any_word_is_found_by_another_form_of_it_with_or_without_diacritics(corpus, question, key):
    assert key in found(corpus, question)


def test_a_phrase_is_found_as_it_stands_only(corpus):
    assert found(corpus, '"rūgšti mina"') == {"lt-distractors-5"}
    assert found(corpus, '"mina rūgšti"') == set()


def test_the_table_in_the_docs_is_up_to_date(corpus):
    assert table(corpus) in DOCS.read_text(encoding="utf-8"), "python tests/support/search_corpus.py"
