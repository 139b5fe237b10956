"""The language in which the rules are written."""

import pytest

from scrapers.lexicon.patterns import PatternError, phrase


def found(pattern, text):
    return [text[start:end] for start, end in phrase(pattern).spans(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("min", "min minų ermin", ["min"]),
        ("min*", "min minų ermin", ["min", "minų"]),
        ("*min", "min minų ermin", ["min", "ermin"]),
        ("*min*", "min minų ermin", ["min", "minų", "ermin"]),
        ("(a*|b) c", "ab c, b c; bb c", ["ab c", "b c"]),
        ("otavos konvencij*", "„otavos“ konvencijos", ["otavos“ konvencijos"]),
        ("otavos konvencij*", "otavos. konvencijos", []),
        ("mine-ban treaty", "the mine-ban treaty", ["mine-ban treaty"]),
    ],
)
def test_a_pattern_finds_whole_words(pattern, text, words):
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "a  b",
        "*a b",
        "a*b",
        "a (b c|d)",
        "(a|b",
        "a|b",
        "a+",
        "A",
        "(a|)",
        "(a|b|a)",
        "a.*",
        "[ab]",
        "b\\w",
    ],
)
def test_what_is_not_in_the_language_is_refused(pattern):
    with pytest.raises(PatternError):
        phrase(pattern)


def test_a_text_without_the_rarest_word_is_not_searched():
    assert phrase("a (konventsioon*|leping*)").literals == ("konventsioon", "leping")
