"""Who speaks, by the first words of a paragraph."""

import pytest
from invented_seimas import only, read
from invented_transcript import item, transcript, turn

from db.records import Debate
from scrapers.parliaments.lithuania.speakers import Speaker, ministers_in, speaker_at

ANSWERS = item("13.31", "Vyriausybės valanda")


def spoken(*paragraphs):
    return only(Debate, read(transcript(*paragraphs))).speeches


def capacities(*paragraphs):
    return [found.capacity for found in spoken(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "M. GREEN (GREEN). Taip.",
            Speaker(printed="M. GREEN (GREEN)", given="M.", family="GREEN", faction="GREEN"),
            "Taip.",
        ),
        (
            "D. A. GREEN-BLUE (GREEN*). Taip.",
            Speaker(printed="D. A. GREEN-BLUE (GREEN*)", given="D. A.", family="GREEN-BLUE", faction="GREEN"),
            "Taip.",
        ),
        (
            "M.GREEN (GREEN (LT)). Taip.",
            Speaker(printed="M.GREEN (GREEN (LT))", given="M.", family="GREEN", faction="GREEN (LT)"),
            "Taip.",
        ),
        ("M. GREEN. Taip.", Speaker(printed="M. GREEN", given="M.", family="GREEN"), "Taip."),
        ("PIRMININKAS. Taip.", Speaker(printed="PIRMININKAS", is_chair=True), "Taip."),
        (
            "PIRMININKAS (M. GREEN, LSF). Taip.",
            Speaker(
                printed="PIRMININKAS (M. GREEN, LSF)",
                given="M.",
                family="GREEN",
                faction="LSF",
                is_chair=True,
            ),
            "Taip.",
        ),
    ],
)
def test_a_speaker_is_taken_apart(text, speaker, said):
    assert speaker_at(text, is_bold=True) == (speaker, said)


@pytest.mark.parametrize("text", ["M. Green sutinka.", "Pirmininkas. Taip.", "LSF frakcija. Taip.", "…mes."])
def test_running_text_begins_no_turn(text):
    assert speaker_at(text, is_bold=False) is None


def test_a_speaker_with_no_name_is_stored_as_printed():
    (found,) = spoken(turn("BALSAS IŠ SALĖS", "Ne!"))
    assert (found.speaker, found.family_name, found.capacity) == ("BALSAS IŠ SALĖS", None, None)


def test_one_faction_spelt_in_two_ways_is_one_in_transcripts_too():
    assert spoken(turn("M. GREEN", "Taip.", "MSNG"))[0].faction == "MG"


def test_a_bare_chair_is_who_took_it_last():
    found = spoken(turn("PIRMININKĖ (P. BLUE)", "Taip."), turn("PIRMININKĖ", "Ne."))
    assert [(turn.speaker, turn.family_name) for turn in found] == [
        ("PIRMININKĖ (P. BLUE)", "BLUE"),
        ("PIRMININKĖ", "BLUE"),
    ]


def test_the_chair_that_changes_in_mid_sitting_is_another():
    found = spoken(
        turn("PIRMININKĖ (P. BLUE)", "Taip."),
        turn("PIRMININKAS (M. GREEN)", "Ne."),
        turn("PIRMININKAS", "Taip."),
    )
    assert [turn.family_name for turn in found] == ["BLUE", "GREEN", "GREEN"]


def test_a_word_for_the_chair_that_does_not_fit_leaves_open_who_it_is():
    found = spoken(turn("PIRMININKĖ (P. BLUE)", "Taip."), turn("PIRMININKAS", "Ne."))
    assert (found[1].family_name, found[1].capacity) == (None, "chair")


def test_two_people_of_one_name_are_told_apart_by_what_is_printed():
    found = spoken(turn("K. GREEN", "Taip.", "LSF"), turn("E. GREEN", "Ne.", "LSF"))
    assert [(turn.given_name, turn.family_name) for turn in found] == [("K.", "GREEN"), ("E.", "GREEN")]


def test_a_faction_makes_a_member_and_none_leaves_it_open():
    assert capacities(turn("M. GREEN", "Taip.", "LSF"), turn("P. BLUE", "Ne.")) == ["member", None]


def test_ministers_without_brackets_answer_where_the_government_does():
    assert capacities(ANSWERS, turn("P. BLUE", "Ačiū."), turn("M. GREEN", "Klausiu.", "LSF")) == [
        "minister",
        None,
    ]


@pytest.mark.parametrize("case", ["ministras P. Bluenas", "ministro P. Blueno", "ministrui P. Bluenui"])
def test_a_minister_with_a_faction_is_known_by_the_words_of_the_chair(case):
    found = capacities(
        turn("PIRMININKĖ", f"Kviečiu, krašto apsaugos {case}."),
        turn("P. BLUENAS", "Ačiū.", "LSF"),
        turn("M. BLUENAS", "Klausiu.", "LSF"),
    )
    assert found == ["chair", "minister", "member"]


def test_a_minister_is_known_by_the_title_of_the_item():
    title = "Krašto apsaugos ministro P. Blueno pranešimas"
    assert capacities(item("10.04", title), turn("P. BLUENAS", "Ačiū.", "LSF")) == ["minister"]


def test_a_minister_of_one_item_is_one_where_the_government_answers():
    title = "Ministro P. Blueno pranešimas"
    found = capacities(
        item("10.04", title), turn("P. BLUENAS", "Ačiū.", "LSF"), ANSWERS, turn("P. BLUENAS", "Ačiū.", "LSF")
    )
    assert found == ["minister", "minister"]


def test_what_a_member_says_of_ministers_makes_none():
    found = capacities(
        turn("M. GREEN", "Ministras P. Bluenas tyli.", "LSF"), turn("P. BLUENAS", "Ne.", "LSF")
    )
    assert found == ["member", "member"]


@pytest.mark.parametrize(
    "text", ["ministro pavaduotojas P. Blue", "viceministras P. Blue", "ministerija P. Blue"]
)
def test_who_is_no_minister(text):
    assert ministers_in(text) == []


def test_the_prime_minister_is_a_minister():
    assert ministers_in("Ministrui pirmininkui P. Blueui") == [("P.", "Blueui")]
