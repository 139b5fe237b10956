"""What a word for an option means stands where the word does, and works without a script."""

import pytest
from datasette.plugins import pm
from reading import words


@pytest.fixture(scope="module")
def meanings(reader):
    reader.get("/")
    return pm.get_plugin("values.py").MEANINGS


def terms(page, option):
    return page.find_all("button", attrs={"popovertarget": f"means-{option}"})


def test_every_option_but_yes_and_no_has_a_meaning(meanings):
    assert pm.get_plugin("values.py").OPTIONS.keys() - meanings.keys() == {"yes", "no"}


@pytest.mark.parametrize(
    "address", ["/votes/xa-1-1", "/votes", "/compare", "/people/member-007", "/ottawa/ballots"]
)
def test_every_word_that_can_be_pressed_opens_what_it_means(reader, meanings, address):
    page = reader.page(address)
    pressed = page.find_all("button", class_="term")
    assert pressed
    for button in pressed:
        option = button["popovertarget"].removeprefix("means-")
        meaning = page.find(id=button["popovertarget"])
        assert meaning.has_attr("popover")
        assert meanings[option] in words(meaning)
        assert button["title"] == meanings[option]


def test_a_word_is_a_stop_of_the_tab_key_once_in_a_list(reader):
    found = terms(reader.page("/votes"), "abstain")
    assert len(found) > 1
    assert [button.get("tabindex") for button in found] == [None, *["-1"] * (len(found) - 1)]


def test_a_yes_and_a_no_are_plain_words(reader):
    assert not terms(reader.page("/votes/xa-1-1"), "yes")


def test_the_method_lists_every_word(reader, meanings):
    page = reader.page("/methodology")
    assert page.find(id="words")
    assert all(meaning in words(page.main) for meaning in meanings.values())


def test_a_ballot_on_the_page_of_a_person_has_the_source_s_own_word(reader):
    assert "in the source's word “ Blank ”" in reader.text("/people/member-007")
