import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from poland_answers import DAY_PATH, a_speech, answer, problem

from scrapers.parliaments.poland import PARLIAMENT

PATH = f"{DAY_PATH}/7"
KEY = "pl-sejm-10-3-2025-01-10-7"
REPORT = "Sprawozdanie Komisji o niczym (druki nr 11 i 12)."


def read(body):
    found = answer(PATH, body)
    return PARLIAMENT.page_for(found.url).read(found)


def the_text(*lines, **changes):
    return read(a_speech(*lines, **changes))[1]


def the_item(title):
    return the_text("Words.", title=title).item


def test_the_words_are_joined_to_their_turn_by_sitting_day_and_number():
    text = the_text("Words.")
    assert (text.key, text.language, text.text) == (KEY, "pl", "Words.")
    assert text.url.endswith(PATH)


def test_paragraphs_are_lines_and_hard_line_breaks_within_them_are_blanks():
    assert the_text("One \r\ntwo.", "Three.").text == "One two.\nThree."


def test_interjections_in_brackets_stay_where_they_were_said():
    words = "Words (Oklaski) and words. (Głos z sali: Words!)"
    assert the_text(words).text == words


def test_the_odd_quotation_marks_of_the_interface_are_kept_as_published():
    assert the_text("\u02ddWords\u02dd").text == "\u02ddWords\u02dd"


def test_entities_are_read_and_soft_hyphens_left_out():
    assert the_text("a&nbsp;b &amp; wypo&shy;wiedzenie").text == "a b & wypowiedzenie"


def test_the_link_to_the_course_of_the_sitting_is_noise():
    assert "Przebieg" not in the_text("Words.").text


def test_words_outside_paragraphs_are_not_lost():
    assert the_text("One.", extra="<div>Two.</div>Three.").text == "One.\nTwo.\nThree."


def test_a_comment_in_the_page_is_nobodys_words():
    assert the_text("One.", extra="<!-- Two. -->").text == "One."


def test_an_announcement_belongs_to_no_item():
    assert the_text("Words.").item is None


def test_an_item_has_its_number_title_stage_and_papers():
    item = the_item(f"1. punkt porządku dziennego: {REPORT}")
    assert (item.number, item.position, item.title) == ("1", 1, REPORT)
    assert (item.stage, item.documents) == ("Sprawozdanie", ("11", "12"))


def test_the_number_may_stand_in_a_heading_of_its_own():
    page = a_speech("Words.", title=REPORT).replace(
        b'<p class="punkt-tytul">',
        b'<h2 class="punkt">25. punkt porz\xc4\x85dku dziennego:</h2><p class="punkt-tytul">',
    )
    assert (read(page)[1].item.number, read(page)[1].item.title) == ("25", REPORT)


def test_a_joint_debate_has_the_numbers_of_all_its_items():
    item = the_item(f"5. i 6. punkt porządku dziennego: {REPORT}")
    assert (item.number, item.position) == ("5. i 6", 5)
    assert item.key.startswith("pl-sejm-10-3-item-5-i-6-")


def test_a_title_without_a_number_is_an_item_too():
    item = the_item("Oświadczenia")
    assert (item.number, item.title) == (None, "Oświadczenia")


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Pierwsze czytanie projektu (druk nr 1)", "Pierwsze czytanie"),
        ("Sprawozdanie Komisji (druk nr 1) - trzecie czytanie", "Sprawozdanie"),
        ("Głosowanie nad niczym - trzecie czytanie", "trzecie czytanie"),
        ("Oświadczenia", None),
    ],
)
def test_the_title_says_the_stage(title, stage):
    assert the_item(title).stage == stage


def test_two_titles_under_one_number_are_two_items_so_that_neither_replaces_the_other():
    first, second = (the_item(f"1. punkt porządku dziennego: {title}") for title in ("One", "Two"))
    assert first.key != second.key
    assert first.key == the_item("1. punkt porządku dziennego: One").key


CHAIRED = ("First.", "Marszałek:", "Panie pośle!", "Czas.", "Poseł Member 001:", "Last.")


def test_the_chairs_words_within_a_speech_are_turns_of_the_chair():
    debate, text = read(a_speech(*CHAIRED))
    (chair,) = debate.speeches
    assert text.text == "First.\nLast."
    assert (chair.capacity, chair.speaker, chair.text) == ("chair", "Marszałek", "Panie pośle!\nCzas.")
    assert (chair.key, chair.person) == (f"{KEY}-chair-1", None)


def test_the_chair_comes_after_the_turn_and_before_the_next():
    debate, _ = read(a_speech(*CHAIRED))
    found = answer(f"{DAY_PATH}/8", a_speech(*CHAIRED))
    later, _ = PARLIAMENT.page_for(found.url).read(found)
    assert debate.speeches[0].position < later.speeches[0].position


def test_the_speaker_resumes_with_or_without_the_function():
    debate, text = read(a_speech("One.", "Wicemarszałek Member 002:", "Two.", "Member 001:", "Three."))
    assert text.text == "One.\nThree."
    assert [chair.text for chair in debate.speeches] == ["Two."]


def test_a_rapporteur_may_resume_as_a_deputy():
    rapporteur = "Poseł Sprawozdawca Member 001:"
    _, text = read(a_speech("One.", "Marszałek:", "Two.", "Poseł Member 001:", "Three.", speaker=rapporteur))
    assert text.text == "One.\nThree."


def test_the_chair_who_names_the_speaker_has_not_given_the_floor_back():
    debate, text = read(a_speech("One.", "Marszałek:", "Głos ma Member 001:", "Two."))
    assert text.text == "One."
    assert debate.speeches[0].text == "Głos ma Member 001:\nTwo."


def test_the_chair_who_comes_in_twice_has_two_turns():
    debate, _ = read(a_speech(*CHAIRED, "Marszałek:", "Dziękuję."))
    assert [chair.text for chair in debate.speeches] == ["Panie pośle!\nCzas.", "Dziękuję."]


def test_addressing_the_chair_is_no_interruption():
    assert "Panie Marszałku! Marszałek: Words." in the_text("Panie Marszałku! Marszałek: Words.").text


def test_the_page_of_the_words_mentions_their_turn_as_printed_above_them():
    debate, _ = read(a_speech("Words."))
    (turn,) = debate.mentions
    assert (turn.key, turn.speaker, turn.capacity, turn.text) == (KEY, "Poseł Member 001", None, None)


@pytest.mark.parametrize(
    ("body", "element"),
    [
        (b"", "body"),
        (b" \r\n", "body"),
        (a_speech("Words.")[:-40], "body"),
        (a_speech("Słowa.").decode().encode("iso-8859-2"), "body"),
        (b"<html><head><title>Request Rejected</title></head><body></body></html>", "blockquote"),
        (a_speech(), "p"),
        (a_speech("Words.", speaker=""), "h2.mowca"),
        (a_speech("Words.", day="11-01-2025"), "h1"),
        (a_speech("Words.", sitting=4), "h1"),
        (a_speech("Words.").replace(b"kadencja", b"term"), "h1"),
    ],
)
def test_a_speech_that_is_not_as_promised_is_a_named_error(body, element):
    assert problem(PATH, body).element == element


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_speech_that_was_cut_in_the_middle_is_refused_as_cut_off(share):
    whole = a_speech("Words.", "More words.", "The end.")
    assert "cut off" in problem(PATH, whole[: int(len(whole) * share)]).problem


def test_the_firewalls_page_is_named_by_its_title():
    page = b"<html><head><title>Request Rejected</title></head><body></body></html>"
    assert "Request Rejected" in problem(PATH, page).problem


def test_a_day_that_is_in_no_calendar_is_a_named_error():
    path = PATH.replace("2025-01-10", "2025-02-30")
    assert problem(path, a_speech("Words.")).element == "address"


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x00<>&", exclude_categories=["C"]), min_size=1
)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_no_text_is_lost(lines):
    body = a_speech(*lines, "End.", "Marszałek:", "Czas.")
    debate, text = read(body)
    ours = "".join([text.text, *(f"{chair.speaker}:{chair.text}" for chair in debate.speeches)])
    theirs = "".join(part.get_text() for part in BeautifulSoup(body.decode(), "html.parser").select("h2 ~ p"))
    assert re.sub(r"\s|\xad", "", ours) == re.sub(r"\s|\xad", "", theirs)
