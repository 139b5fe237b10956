"""Lists of speakers in the open data, on an invented sitting."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import DEBATES_FILE, SITTING, debate, debates_file, guid, problem, read, refusal

from scrapers.pages import PageError
from scrapers.parliaments.latvia.outlines import capacity_of


def outline(*debates, **options):
    (found,) = read(DEBATES_FILE, debates_file(*debates, **options))
    return found


def entry(speaker):
    (found,) = outline(debate(speakers=[speaker])).entries
    return found


def error_of(*debates, **options):
    return problem(DEBATES_FILE, debates_file(*debates, **options))


def test_the_outline_is_of_the_sitting_of_the_file():
    assert outline(debate()).sitting == f"lv-saeima-14-{SITTING}"


def test_each_place_in_the_arrays_is_one_speaker():
    found = outline(debate(speakers=["Member#001#ZILIE#05:00#Dep.#Par", "Mēmber Two#Of Two##1:02:03#VesM#"]))
    assert [(it.given_name, it.family_name, it.faction, it.seconds, it.opinion) for it in found.entries] == [
        ("Member", "001", "ZILIE", 300, "Par"),
        ("Mēmber Two", "Of Two", None, 3723, None),
    ]
    assert [it.position for it in found.entries] == [1, 2]


def test_items_come_by_their_sequence_and_not_by_the_file():
    sub_item = debate(2, DKP_SEQUENCE="00001.0000.901", DKP_NUMBER="", LIVSDOCUMENTID="")
    found = outline(debate(3), sub_item, debate(1))
    assert [item.documents for item in found.items] == [(guid(1),), (guid(2),), (guid(3),)]
    assert [entry.item for entry in found.entries] == [item.key for item in found.items]


def test_an_item_names_its_bill_and_is_joined_to_votes_and_bills_by_its_identifier():
    (item,) = outline(debate()).items
    assert (item.bills, item.documents, item.number) == (("lv-saeima-7-lp14",), (guid(1),), "1")


def test_a_sub_item_has_neither_number_nor_bill():
    (item,) = outline(debate(DKP_NUMBER="", LIVSDOCUMENTID="", TITLE="  Par  iekļaušanu")).items
    assert (item.number, item.bills, item.title) == (None, (), "Par iekļaušanu")


@pytest.mark.parametrize(
    ("info", "opinion", "capacity"),
    [
        ("Dep.", "", "member"),
        ("1x, Dep.", "Pret", "member"),
        ("Dep.", "Frakc. viedoklis", "member"),
        ("Dep.", "Referents iesniedzēju vārdā", "rapporteur"),
        ("VesM", "", "minister"),
        ("ĀrM", "", "minister"),
        ("", "", None),
        ("Viesis", "", None),
    ],
)
def test_the_code_tells_a_minister_from_a_member_and_what_is_new_stays_unknown(info, opinion, capacity):
    assert capacity_of(info, opinion) == capacity


def test_the_code_of_a_minister_is_kept_as_the_office():
    assert entry("Member#001##05:00#VesM#").office == "VesM"
    assert entry("Member#001##05:00#1x, Dep.#").office is None


def test_a_single_speaker_with_empty_values_is_one_speaker():
    found = outline(debate(speakers=["Member#001##05:00#Dep.#"], DEBATE_SUFFIX="")).entries
    assert [(it.faction, it.opinion) for it in found] == [(None, None)]


def test_the_arrays_of_suffixes_and_states_may_be_shorter():
    speakers = ["Member#001##05:00#Dep.#", "Member#002##05:00#Dep.#"]
    assert len(outline(debate(speakers=speakers, DEBATE_SUFFIX="", DEBATE_STATUS="5")).entries) == 2


def test_arrays_of_different_length_are_refused():
    speakers = ["Member#001##05:00#Dep.#", "Member#002##05:00#Dep.#"]
    assert "different length" in error_of(debate(speakers=speakers, DEBATE_TIME="05:00")).problem


def test_the_codes_of_one_faction_that_drifted_are_one_label_here_too():
    assert entry("Member#001#ST!#05:00#Dep.#").faction == "ST"


def test_a_cancelled_sitting_has_no_speakers_and_is_no_error():
    assert read(DEBATES_FILE, debates_file(status="8")) == ()


def test_a_sitting_without_debates_is_an_empty_outline():
    assert outline().entries == ()


def test_an_item_that_was_carried_over_is_an_item_of_each_of_its_sittings():
    other = "99999999-2222-3333-4444-555555555555"
    (one,), (two,) = outline(debate()).items, outline(debate(), sitting=other).items
    assert one.key != two.key
    assert one.documents == two.documents


@pytest.mark.parametrize(
    ("changes", "element"),
    [
        ({"DEBATE_TIME": "five"}, "DEBATES.DEBATE_TIME"),
        ({"DEBATE_TIME": ""}, "DEBATES.DEBATE_TIME"),
        ({"DEBATE_SURNAME": ""}, "DEBATES.DEBATE_SURNAME"),
        ({"DEBATE_NAME": None}, "DEBATES.DEBATE_NAME"),
        ({"DKP_ID": "1"}, "DEBATES.DKP_ID"),
        ({"TITLE": ""}, "DEBATES.TITLE"),
        ({"LIVSDOCUMENTID": "7"}, "DEBATES.LIVSDOCUMENTID"),
        ({"DKP_SEQUENCE": None}, "DEBATES.DKP_SEQUENCE"),
    ],
)
def test_what_is_missing_or_has_another_form_is_named(changes, element):
    assert error_of(debate(**changes)).element == element


def test_an_item_that_is_listed_twice_is_refused():
    assert error_of(debate(), debate()).problem == "an item is listed twice"


@pytest.mark.parametrize("status", ["5", ""])
def test_an_unknown_state_is_refused(status):
    assert error_of(debate(), status=status).element == "DK_STATUS"


def test_debates_under_another_name_are_not_taken_for_none():
    assert error_of(debate().replace("DEBATES>", "DEBATE>")).problem == "not known is DEBATE"


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"{}", debates_file(debate())[:-40].encode()])
def test_what_is_no_list_of_speakers_is_refused(body):
    assert refusal(DEBATES_FILE, body) in {"body", "root"}


@given(st.text(max_size=30))
def test_no_text_in_a_value_makes_the_page_fail_but_by_a_named_error(text):
    safe = "".join(letter for letter in text if letter.isprintable())
    with contextlib.suppress(PageError):
        read(DEBATES_FILE, debates_file(debate(DEBATE_TIME=safe, DEBATE_INFO=safe)))
