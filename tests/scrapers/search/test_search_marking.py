import pytest

from scrapers.search.marking import END, LENGTH, START, excerpt


def shown(text, language, question):
    found = excerpt(text, language, question)
    return found and found.replace(START, "[").replace(END, "]")


def test_another_form_of_the_word_is_marked():
    assert shown("Runa ir par noliktavām.", "lv", "noliktava") == "Runa ir par [noliktavām]."


def test_what_names_the_topic_is_marked_in_another_language():
    text = "Räägime jalaväemiinidest."
    assert shown(text, "et", "anti-personnel mines") == "Räägime [jalaväemiinidest]."


def test_soft_hyphens_and_diacritics_hide_no_word():
    assert shown("Be sandė\u00adlio.", "lt", "sandelio") == "Be [sandė\u00adlio]."


def test_a_long_text_is_cut_around_the_first_mark():
    found = excerpt("verbum " * 2000 + "needle " + "verbum " * 2000, "en", "needle")
    assert found is not None
    assert f"{START}needle{END}" in found
    assert len(found) < LENGTH + 20
    assert found.startswith("… ")
    assert found.endswith(" …")


@pytest.mark.parametrize("text", [None, "", "Nothing of the kind."])
def test_without_the_words_there_is_no_excerpt(text):
    assert excerpt(text, "en", "needle") is None


def test_a_text_of_unknown_language_is_marked_by_the_form_itself():
    assert shown("Nihil est.", None, "nihil") == "[Nihil] est."
