"""Normalising, and the way back to the words of the text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrapers.lexicon.normal import UNSEEN, normalised

PIECES = st.sampled_from(
    [
        "mina",
        "\u00ad",
        "-\n",
        "- \n ",
        "\u00a0",
        "\u2011",
        "e\u0307",
        "ė",
        "e\u0301\u0323",
        "İ",
        "ß",
        " ",
        "\n",
        "x",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("prieš\u00adpės\u00adti\u00adnių", "priešpėstinių"),
        ("dėl\u00a0minų", "dėl minų"),
        ("anti\u2011personnel", "anti-personnel"),
        ("konven-\n  cijos", "konvencijos"),
        ("konven-\r\ncijos", "konvencijos"),
        ("tankitõrje- ja", "tankitõrje- ja"),
        ("MĪNAS", "mīnas"),
        ("mi\u0304nas", "mīnas"),
        ("\ufeffmina", "mina"),
    ],
)
def test_a_text_is_normalised(text, normal):
    assert normalised(text).text == normal


def test_a_dash_before_a_new_paragraph_joins_nothing():
    assert normalised("taip -\nne").text == "taip -\nne"
    assert normalised("taip-\n\nne").text == "taip-\n\nne"


@pytest.mark.parametrize(
    "text", ["die Mi\u00adnen da", "Straße Minen da", "é Mi-\nnen da", "e\u0301 Minen da"]
)
def test_the_words_are_given_back_as_they_stand(text):
    normal = normalised(text)
    start = normal.text.index("minen")
    assert normal.words(start, start + 5) == text[text.index("Mi") : text.index(" da")]


@given(TEXTS)
@example("İ\u00ad")
def test_the_whole_gives_back_all_that_is_seen(text):
    normal = normalised(text)
    words = normal.words(0, len(normal.text)) if normal.text else ""
    assert words in text
    assert normalised(words).text == normal.text


@given(TEXTS)
def test_nothing_unseen_is_left(text):
    assert not set(UNSEEN) & set(normalised(text).text)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_composed_and_decomposed_text_are_the_same(text):
    assert normalised(unicodedata.normalize("NFD", text)).text == normalised(text).text
