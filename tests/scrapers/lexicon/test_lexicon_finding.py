"""Finding topics and arguments in texts of our own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.lexicon import (
    ARGUMENTS,
    ArgumentHit,
    Hit,
    LexiconError,
    find_arguments,
    find_topics,
    is_about,
    languages,
    lexicon,
)

LANGUAGES = st.sampled_from(languages())
STEMS = sorted(
    {
        literal
        for language in languages()
        for phrases in (*lexicon(language).phrases.values(), *lexicon(language).contexts.values())
        for phrase in phrases
        for literal in phrase.literals
    }
)
FRAGMENTS = st.one_of(
    st.sampled_from(STEMS), st.sampled_from([" ", "-", "-\n", "\u00ad", ",", "\n\n", "ė", "(", "x"])
)


def topics(text, language):
    return [hit.topic for hit in find_topics(text, language)]


def test_a_hit_keeps_topic_rule_and_words():
    assert find_topics("Kas Jalaväemiine on vaja?", "et") == (
        Hit("anti-personnel mines", "et-ap-mines", "Jalaväemiine"),
    )


def test_the_words_of_a_hit_are_those_of_the_text():
    (hit,) = find_topics("Prieš\u00adpės\u00adti\u00adnės yra", "lt")
    assert hit.words == "Prieš\u00adpės\u00adti\u00adnės"


def test_the_same_words_by_the_same_rule_are_named_once():
    words = [hit.words for hit in find_topics("jalaväemiin, jalaväemiinid ja jalaväemiin", "et")]
    assert words == ["jalaväemiin", "jalaväemiinid"]


def test_a_title_is_about_the_mines_and_the_convention():
    text = "Konvencijai par kājnieku mīnu lietošanas aizliegumu"
    assert set(topics(text, "lv")) == {"Ottawa Convention", "anti-personnel mines"}


def test_a_weak_word_counts_only_outside_other_hits():
    assert topics("minų laukas", "lt") == ["mines in general"]
    assert topics("prieštankinių minų", "lt") == ["other mines"]


def test_a_word_that_needs_another_is_nothing_alone():
    assert find_topics("mina", "lt") == ()
    assert topics("sprogo mina", "lt") == ["mines in general"]


def test_what_is_needed_has_to_be_near_where_the_rule_says_so():
    assert find_topics("mina" + " žodis" * 60 + " sprogo", "lt") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("konwencja ottawska z 1988 r.", "pl"),
        ("Z kwaśną miną wyszedł z wojska", "pl"),
        ("Minister obrony robi minę, bo Rosja i wojna", "pl"),
        ("Konwencja dublińska o azylu", "pl"),
        ("To jest pole minowe dla koalicji", "pl"),
        ("Miina kysyi, miten sodassa käy", "fi"),
        ("minų paieškos laivas ir karas", "lt"),
        ("miinipilduja sõjas", "et"),
        ("mīnmetēju uguns karā", "lv"),
        ("Miina Sillanpää ja sota", "fi"),
        ("coal mines and the army", "en"),
    ],
)
def test_a_false_friend_takes_its_words_away(text, language):
    assert find_topics(text, language) == ()


def test_leaving_a_convention_is_about_this_one_only_beside_the_mines():
    assert find_topics("konventsioonist taganemine", "et") == ()
    assert "Ottawa Convention" in topics("konventsioonist taganemine, miinid", "et")


def test_other_mines_alone_are_not_the_subject():
    assert not is_about(find_topics("meremiinid", "et"))
    assert is_about(find_topics("meremiinid ja jalaväemiinid", "et"))
    assert not is_about(())


def test_an_argument_shows_its_words_and_rule():
    assert find_arguments("See on heidutus.", "et") == (
        ArgumentHit("security/deterrence", "et-security-deterrence", "heidutus"),
    )


def test_a_text_can_make_several_arguments():
    text = "Heidutus koos naaberriikidega; tsiviilisikud kannatavad."
    assert {hit.argument for hit in find_arguments(text, "et")} == {
        "security/deterrence",
        "regional solidarity",
        "humanitarian",
    }


def test_a_withheld_tag_is_not_given_unless_asked_for():
    text = "atgrasymas"
    assert lexicon("lt").lexicon.arguments["security/deterrence"].withheld
    assert find_arguments(text, "lt") == ()
    assert [hit.words for hit in find_arguments(text, "lt", also_withheld=True)] == ["atgrasymas"]


def test_every_argument_is_withheld_or_shown_in_every_language():
    for language in languages():
        assert set(lexicon(language).lexicon.arguments) == set(ARGUMENTS)


@pytest.mark.parametrize("find", [find_topics, find_arguments])
def test_a_language_without_rules_is_an_error(find):
    with pytest.raises(LexiconError, match="'de'"):
        find("Minen", "de")


@given(st.lists(FRAGMENTS, max_size=40).map("".join), LANGUAGES)
def test_every_hit_shows_words_of_the_text(text, language):
    for hit in (*find_topics(text, language), *find_arguments(text, language, also_withheld=True)):
        assert hit.words
        assert hit.words in text


def test_fifty_thousand_turns_take_less_than_a_minute():
    plain = "Austatud juhataja, head kolleegid, täna arutame eelarvet ja muid muudatusi. "
    turns = [(plain * 13)[:920] + "Jalaväemiinid ja liitlased, Ottawa konventsioon, kulud, heidutus."] * 200
    start = time.process_time()
    for turn in turns:
        find_topics(turn, "et")
        find_arguments(turn, "et")
    assert (time.process_time() - start) * 50_000 / len(turns) < 60


@given(st.text(max_size=200), LANGUAGES)
def test_any_text_can_be_read(text, language):
    find_topics(text, language)
    find_arguments(text, language)


@given(st.lists(FRAGMENTS, min_size=1, max_size=4).map("".join), LANGUAGES)
def test_a_hostile_text_takes_no_longer_than_its_length(fragment, language):
    """Time that grew with the square of the length would be minutes here."""
    text = fragment * (60_000 // len(fragment))
    start = time.process_time()
    find_topics(text, language)
    find_arguments(text, language, also_withheld=True)
    assert time.process_time() - start < 5
