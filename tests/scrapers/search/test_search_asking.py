"""Any question can be asked, in any form, with or without diacritics, and finds no more than it should."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.search.asking import MOST_WORDS, expression
from scrapers.search.topics import token, tokens_of, topics_asked

FOUR = ("et", "fi", "lt", "pl")


@pytest.fixture(scope="module")
def index():
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE w USING fts5 (text, stems, topics, content = '')")
    yield db
    db.close()


@pytest.mark.parametrize("question", ["", "   ", "((((", '"""', "\0", "💣", "***", '" "'])
def test_a_question_without_a_word_asks_nothing(question):
    assert expression(question, FOUR) is None


@pytest.mark.parametrize(
    "question",
    [
        "a OR NOT",
        'text : "a" AND (',
        "NEAR(a b)",
        "x' ; DROP TABLE votes --",
        "a*",
        "-a ^b",
        '"',
        "a" * 10_000,
    ],
)
def test_operators_and_quotes_are_words_or_nothing(index, question):
    index.execute("SELECT rowid FROM w WHERE w MATCH ?", [expression(question, FOUR) or '""']).fetchall()


@given(question=st.text(max_size=80))
def test_no_question_is_an_error(question):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE w USING fts5 (text, stems, topics, content = '')")
    asked = expression(question, ("pl",))
    assert asked is None or db.execute("SELECT rowid FROM w WHERE w MATCH ?", [asked]).fetchall() == []


def test_of_a_long_question_only_the_beginning_is_asked():
    asked = expression(" ".join(f"w{number}" for number in range(60)), ())
    assert asked is not None
    assert asked.count("text :") == MOST_WORDS


def test_a_word_is_asked_in_all_its_forms_in_each_language():
    asked = expression("konwencji", ("pl",))
    assert asked is not None
    assert asked.startswith('(text : "konwencji" OR stems : ("pl_')


def test_a_word_in_quotation_marks_is_asked_as_it_stands():
    assert expression('"Mina"', FOUR) == 'text : "mina"'


@pytest.mark.parametrize("question", ["anti-personnel mines", "antipersonnel mines", "jalavaemiinide"])
def test_the_name_of_a_weapon_asks_for_the_topic(question):
    assert "anti-personnel mines" in topics_asked(question).topics
    assert f'topics : ("{token("anti-personnel mines")}"' in str(expression(question, FOUR))


def test_the_words_beside_a_topic_are_asked_as_words():
    asked = str(expression("cluster munitions Vilnius", ()))
    assert asked.endswith('AND (text : "vilnius")')
    assert '"cluster munitions"' in asked


def test_a_language_without_rules_has_no_topics():
    assert tokens_of("anti-personnel mines", "la") == ()
    assert tokens_of("anti-personnel mines", "en") == {"anti_personnel_mines"}
