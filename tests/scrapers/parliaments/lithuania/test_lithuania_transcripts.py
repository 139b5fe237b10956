"""The turns of an invented sitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_seimas import error_of, only, read
from invented_transcript import (
    ADDRESS,
    BLUE,
    CHAIR,
    heading,
    item,
    old_transcript,
    paragraph,
    transcript,
    turn,
)

from db.records import Debate
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import TRANSCRIPT

ASKED = "Protokolui prašau mano balsą įskaityti už."


def debate(*paragraphs, head=None):
    return only(Debate, read(transcript(*paragraphs, head=head)))


def speeches(*paragraphs):
    return debate(*paragraphs).speeches


def starts(*clocks):
    """The times of the first turns of items that began at these times by the clock of Vilnius."""
    found = speeches(*(item(clock, "Klausimas") + CHAIR for clock in clocks))
    return [turn.start and turn.start.isoformat() for turn in found]


def test_the_sitting_is_named_by_its_number_and_day():
    found = debate()
    assert (found.sitting, found.number, found.term) == (None, 41, "lt-seimas-10")
    assert found.speeches[0].date.isoformat() == "2025-05-08"


def test_soft_hyphens_inside_words_are_gone():
    assert speeches(CHAIR)[0].text == "Gerbiamieji kolegos."


def test_non_breaking_hyphens_and_blanks_are_plain_ones():
    (found,) = debate(item("10.04", BLUE), CHAIR).items
    assert found.title == "Mėlynojo įstatymo Nr. I-1 projektas Nr. XVP-17(2)"


def test_html_entities_are_the_letters_that_they_stand_for():
    assert speeches(turn("M.&nbsp;GREEN", "&#268;ia &amp; dabar.", "GREEN"))[0].text == "Čia & dabar."


def test_raised_numbers_of_articles_do_not_run_into_the_number_before():
    found = speeches(turn("M. GREEN", "34<sup>1</sup> straipsnis.", "GREEN"))
    assert found[0].text == "34¹ straipsnis."


def test_paragraphs_without_a_speaker_belong_to_the_same_turn():
    (found,) = speeches(turn("M. GREEN", "Viena.", "GREEN"), paragraph("&nbsp;"), paragraph("Antra."))
    assert found.text == "Viena.\nAntra."


def test_a_bold_word_within_a_turn_begins_none():
    assert len(speeches(CHAIR, paragraph("<b>Svarbu.</b> Antra."))) == 1


def test_an_item_has_its_stage_and_the_papers_of_its_bill():
    (found,) = debate(item("10.04", BLUE), CHAIR).items
    assert (found.stage, found.documents) == ("priėmimas", ("XVP-17", "XVP-17(2)"))


def test_a_title_of_two_paragraphs_is_one():
    (found,) = debate(item("10.04", "Mėlynojo įstatymo"), paragraph("projektas", "Roman12"), CHAIR).items
    assert found.title == "Mėlynojo įstatymo projektas"


def test_a_title_without_a_time_after_words_is_another_item():
    found = debate(item("10.04", "Vienas"), CHAIR, paragraph("Kitas", "Roman12"), CHAIR)
    assert [
        (entry.title, turn.start is None) for entry, turn in zip(found.items, found.speeches, strict=True)
    ] == [
        ("Vienas", False),
        ("Kitas", True),
    ]


def test_what_is_said_before_the_first_item_is_under_none():
    assert [found.item for found in speeches(CHAIR, item("10.04", BLUE), CHAIR)] == [
        None,
        "lt-seimas-10-41-1",
    ]


def test_a_turn_that_goes_on_under_the_next_item_is_two():
    found = speeches(CHAIR, item("10.04", BLUE), paragraph("Toliau."))
    assert [(turn.key, turn.speaker, turn.text) for turn in found[1:]] == [
        ("lt-seimas-10-41-1-1", "PIRMININKĖ (P. BLUE)", "Toliau.")
    ]


def test_the_first_turn_of_an_item_begins_with_it_in_vilnius():
    found = speeches(item("10.04", BLUE), CHAIR, turn("M. GREEN", "Taip.", "GREEN"))
    assert found[0].start.isoformat() == "2025-05-08T10:04:00+03:00"
    assert found[1].start is None


def test_the_last_turn_of_an_item_ends_when_the_next_item_begins():
    found = speeches(
        item("10.04", BLUE), CHAIR, turn("M. GREEN", "Taip.", "GREEN"), item("10.20", BLUE), CHAIR
    )
    assert [each.end and each.end.isoformat() for each in found] == [None, "2025-05-08T10:20:00+03:00", None]


def test_when_a_turn_ends_is_unknown_where_the_next_item_has_no_time():
    found = speeches(item("10.04", BLUE), CHAIR, paragraph("Kitas", "Roman12"), CHAIR)
    assert [each.end for each in found] == [None, None]


def test_an_item_without_words_does_not_lengthen_the_turn_before():
    found = speeches(item("10.04", "Viena"), CHAIR, item("10.10", "Dvi"), item("10.20", "Trys"), CHAIR)
    assert [each.end and each.end.minute for each in found] == [10, None]


def test_a_turn_is_known_by_its_places_and_its_address_leads_to_its_item():
    found = speeches(CHAIR, item("10.04", BLUE), CHAIR, turn("M. GREEN", "Taip.", "GREEN"))
    assert [(each.key, each.url) for each in found] == [
        ("lt-seimas-10-41-0-1", ADDRESS),
        ("lt-seimas-10-41-1-1", f"{ADDRESS}#klausimas1"),
        ("lt-seimas-10-41-1-2", f"{ADDRESS}#klausimas1"),
    ]


def test_an_item_without_a_mark_leads_to_the_transcript():
    assert speeches(paragraph("Kitas", "Roman12"), CHAIR)[0].url == ADDRESS


def test_a_sitting_past_midnight_keeps_its_date_and_its_times_go_on():
    assert starts("23.50", "0.15") == ["2025-05-08T23:50:00+03:00", "2025-05-09T00:15:00+03:00"]


def test_a_time_that_goes_backwards_is_not_known():
    assert starts("10.09", "10.04", "10.20") == [
        "2025-05-08T10:09:00+03:00",
        None,
        "2025-05-08T10:20:00+03:00",
    ]


@pytest.mark.parametrize("clock", ["25.00", "10.60", "po pietų"])
def test_a_time_that_is_none_is_a_named_error(clock):
    assert error_of(transcript(item(clock, BLUE), CHAIR)).element == "p.Laikas"


def test_printed_totals_stay_words_of_the_chair():
    said = "Balsavo 110 Seimo narių: už \N{EN DASH} 79, prieš nėra, susilaikė 31. Įstatymas priimtas."
    (found,) = speeches(CHAIR, paragraph("Šio įstatymo priėmimas", "Priemimas"), paragraph(said))
    assert found.text == f"Gerbiamieji kolegos.\n{said}"


def test_a_draft_is_marked_as_one():
    assert debate(head=heading(draft=True)).speeches[0].is_draft
    assert not debate().speeches[0].is_draft


def test_a_draft_transcript_replaced_keeps_the_keys_of_its_turns():
    draft, final = debate(head=heading(draft=True)), debate()
    assert [turn.key for turn in draft.speeches] == [turn.key for turn in final.speeches]


def test_a_newer_transcript_that_begins_with_where_it_may_be_found_is_one():
    found = debate(head=paragraph("Stenogramą galima rasti svetainėje.") + heading())
    assert (found.number, len(found.speeches)) == (41, 1)


def test_where_the_transcript_may_be_found_makes_no_transcript_of_a_protocol():
    head = paragraph("Stenogramą galima rasti svetainėje.") + heading().replace("STENOGRAMA", "PROTOKOLAS")
    assert error_of(transcript(head=head)).element == "heading"


def test_the_list_of_abbreviations_is_said_by_nobody():
    assert (
        speeches(CHAIR, paragraph("* Santrumpų reikšmės: BLUE, mėlynieji."))[0].text == "Gerbiamieji kolegos."
    )


def test_ballots_corrected_only_in_the_transcript_stand_beside_the_ballots():
    (found,) = debate(turn("M. GREEN", ASKED, "GREEN")).corrections
    assert (found.speech, found.vote, found.option, found.label) == (
        "lt-seimas-10-41-0-1",
        None,
        "yes",
        ASKED,
    )


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("Prašau įskaityti mano balsą prieš, nebalsavau.", "no"),
        ("Prašau mano balsą įskaityti kaip susilaikiusio.", "abstain"),
        ("Prašau įskaityti mano balsą.", None),
        ("Balsavau prieš, prašau mano balsą įskaityti už.", None),
    ],
)
def test_what_is_to_be_counted_is_known_only_where_one_option_is_named(said, option):
    assert [found.option for found in debate(turn("M. GREEN", said, "GREEN")).corrections] == [option]


def test_the_chair_corrects_nobodys_ballot():
    assert debate(turn("PIRMININKAS", ASKED)).corrections == ()


def test_a_transcript_cut_in_the_middle_is_a_named_error():
    whole = transcript()
    cut = Answer(url=whole.url, body=whole.body[: len(whole.body) // 2])
    assert "cut off" in error_of(cut).problem


def test_the_page_for_an_unknown_address_is_a_named_error():
    body = b"<html><head><title>Klaida</title></head><body></body></html>"
    assert error_of(Answer(url=ADDRESS, body=body)).element == "title"


def test_another_encoding_is_a_named_error():
    body = transcript().body.decode().encode("windows-1257")
    assert "UTF-8" in error_of(Answer(url=ADDRESS, body=body)).problem


def test_a_document_of_another_kind_is_a_named_error():
    assert error_of(transcript(head=heading().replace("STENOGRAMA", "PROTOKOLAS"))).element == "heading"


@pytest.mark.parametrize("day", ["2025 m. gegužės 32 d.", "0000 m. gegužės 8 d.", "2025 m. vasario 30 d."])
def test_a_transcript_of_a_day_that_is_in_no_calendar_is_a_named_error(day):
    assert error_of(transcript(head=heading(day=day))).problem.endswith("is not a day")


def test_a_transcript_without_a_day_is_a_named_error():
    assert error_of(transcript(head=heading(day="gegužės 8 d."))).element == "heading"


def test_a_transcript_without_a_number_is_a_named_error():
    assert "names no number" in error_of(transcript(head=heading(number=""))).problem


def test_a_transcript_in_which_nobody_speaks_is_a_named_error():
    assert error_of(transcript(paragraph("Tyla."))).problem == "nobody speaks"


def test_the_old_site_says_the_same():
    old = only(Debate, read(old_transcript(CHAIR, item("10.04", BLUE), CHAIR)))
    new = debate(CHAIR, item("10.04", BLUE), CHAIR)
    assert [turn.text for turn in old.speeches] == [turn.text for turn in new.speeches]


def test_an_old_document_that_calls_itself_something_else_says_nothing():
    assert read(old_transcript(CHAIR, kind="Rūšis: Komiteto išvada")) == ()


def test_an_old_document_of_no_kind_is_a_named_error():
    assert error_of(old_transcript(CHAIR, kind="")).element == "Rūšis"


def test_an_old_transcript_with_another_heading_is_a_named_error():
    whole = old_transcript(CHAIR)
    altered = Answer(url=whole.url, body=whole.body.replace(b"NR.", b"NUMERIS"))
    assert error_of(altered).element == "heading"


def test_an_altered_transcript_has_its_differences_told_by_name():
    altered = transcript(item("10.04", BLUE), CHAIR).body.replace(b"class=Laikas", b"class=Time")
    assert TRANSCRIPT.shape.differences(altered) == [("missing", "Laikas"), ("unknown", "Time")]
    assert TRANSCRIPT.shape.differences(transcript(item("10.04", BLUE), CHAIR).body) == []


def test_a_turn_by_a_speaker_with_no_name_is_nobodys():
    (found,) = speeches(turn("BALSAS IŠ SALĖS", "Negirdėti."))
    assert (found.speaker, found.family_name, found.capacity) == ("BALSAS IŠ SALĖS", None, None)


@given(st.binary(max_size=200))
def test_whatever_comes_instead_of_a_transcript_ends_in_a_named_error(body):
    with pytest.raises(PageError):
        TRANSCRIPT.read(Answer(url=ADDRESS, body=body))


@given(st.integers(min_value=0, max_value=len(transcript().body) - 9))
def test_a_transcript_cut_off_anywhere_is_never_read(length):
    with pytest.raises(PageError):
        TRANSCRIPT.read(Answer(url=ADDRESS, body=transcript().body[:length]))
