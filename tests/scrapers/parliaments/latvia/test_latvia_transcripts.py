"""Transcripts, on an invented sitting. The source's own page was never seen, so its form is a guess."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import HEAD, SITTING, TRANSCRIPT, answer, problem, read, refusal, transcript_page

from db.records import Debate, Expectation
from scrapers.pages import PageError
from scrapers.parliaments.latvia import PARLIAMENT
from scrapers.parliaments.latvia.transcripts import transcripts_of
from scrapers.parliaments.latvia.turns import who_of

OPENED = "Sēdes vadītāja. Sākam sēdi."
CATEGORY = "https://www.saeima.lv/lv/transcripts/category/29"


def debate_of(*lines, **options):
    (found,) = read(TRANSCRIPT, transcript_page(*lines, **options))
    assert isinstance(found, Debate)
    return found


def turns_of(*lines, **options):
    return debate_of(OPENED, *lines, **options).speeches[1:]


def only(*lines):
    (found,) = turns_of(*lines)
    return found


def error_of(*lines, **options):
    return problem(TRANSCRIPT, transcript_page(*lines, **options))


def names(*lines):
    return [(turn.given_name, turn.family_name, turn.faction, turn.capacity) for turn in turns_of(*lines)]


def test_the_chair_speaks_in_the_paragraph_of_the_label():
    (chair,) = debate_of(OPENED).speeches
    assert (chair.speaker, chair.capacity, chair.text) == ("Sēdes vadītāja", "chair", "Sākam sēdi.")


def test_who_presides_stands_in_the_head():
    (chair,) = debate_of(OPENED).speeches
    assert (chair.given_name, chair.family_name) == ("Member", "Chair")
    assert chair.office == "Latvijas Republikas 14. Saeimas priekšsēdētāja"


def test_sedi_vada_changes_the_chair():
    lines = (
        "(Pārtraukums.)",
        "Sēdi vada Saeimas priekšsēdētājas biedrs Other Chair-Two.",
        "Sēdes vadītājs. Turpinām.",
    )
    first, second = debate_of(OPENED, *lines).speeches
    assert (first.text, first.family_name) == ("Sākam sēdi.\n(Pārtraukums.)", "Chair")
    assert (second.family_name, second.office) == ("Chair-Two", "Saeimas priekšsēdētājas biedrs")


def test_the_label_of_the_chair_in_old_transcripts():
    assert debate_of("Priekšsēdētājs. Sākam.").speeches[0].capacity == "chair"


def test_others_have_their_label_in_a_paragraph_of_its_own():
    found = only("M. Zilā (ZILIE).", "Godātie kolēģi!", "Es esmu par.")
    assert (found.speaker, found.given_name, found.family_name) == ("M. Zilā (ZILIE)", "M.", "Zilā")
    assert (found.faction, found.capacity, found.office) == ("ZILIE", "member", None)
    assert found.text == "Godātie kolēģi!\nEs esmu par."


def test_text_in_the_paragraph_of_the_label_belongs_to_the_turn():
    assert only("M. Zilā (ZILIE). Godātie kolēģi!", "Vārds.").text == "Godātie kolēģi!\nVārds."


def test_an_office_in_brackets_that_ends_in_minister_marks_a_minister():
    found = only("M.Zilais (krāsu un zinātnes ministrs).", "Labdien!")
    assert (found.capacity, found.office, found.faction) == ("minister", "krāsu un zinātnes ministrs", None)


@pytest.mark.parametrize(
    ("note", "faction", "office", "capacity"),
    [
        ("ST!", "ST", None, "member"),
        ("VL-TB/LNNK", "VL-TB/LNNK", None, "member"),
        ("Neatkarīgie", "Neatkarīgie", None, "member"),
        ("pie frakcijām nepiederoša deputāte", None, None, "member"),
        ("Ministru prezidente", None, "Ministru prezidente", "minister"),
        ("Valsts prezidents", None, "Valsts prezidents", "guest"),
        ("8.Saeimas priekšsēdētājas biedre", None, "8.Saeimas priekšsēdētājas biedre", None),
        ("Krāsu ministrijas parlamentārā sekretāre", None, "Krāsu ministrijas parlamentārā sekretāre", None),
    ],
)
def test_brackets_are_a_faction_an_office_or_neither(note, faction, office, capacity):
    who = who_of("x", "M.", "Zilā", note)
    assert (who.faction, who.office, who.capacity) == (faction, office, capacity)


def test_a_later_turn_without_brackets_is_by_whoever_had_that_name_before():
    lines = "M. Zilā (ZILIE).", "Viens.", "Sēdes vadītāja. Lūdzu!", "M. Zilā.", "Divi."
    assert names(*lines)[-1] == ("M.", "Zilā", "ZILIE", "member")


def test_a_minister_who_speaks_again_is_still_one():
    lines = "M. Zilā (krāsu ministre).", "Viens.", "Sēdes vadītāja. Lūdzu!", "M. Zilā. Divi."
    assert names(*lines)[-1][-1] == "minister"


def test_of_two_people_of_one_name_a_later_turn_tells_neither_faction_nor_capacity():
    lines = "M. Zilā (ZILIE).", "Viens.", "M. Zilā (SARKANIE).", "Divi.", "M. Zilā.", "Trīs."
    assert names(*lines)[-1] == ("M.", "Zilā", None, None)


def test_a_new_name_alone_in_its_paragraph_is_a_turn_whose_capacity_is_unknown():
    assert names("M. Zilā.", "Viens.") == [("M.", "Zilā", None, None)]


def test_initials_within_a_sentence_begin_no_turn():
    assert only("M. Zilā (ZILIE).", "J. Nezināma. Viņas vārdi.").text == "J. Nezināma. Viņas vārdi."


@pytest.mark.parametrize(
    ("label", "given_name", "family_name"),
    [
        ("A. B. Zilā (ZILIE).", "A. B.", "Zilā"),
        ("Dz. Zilā (ZILIE).", "Dz.", "Zilā"),
        ("Z. Zilā-Rubene (ZILIE).", "Z.", "Zilā-Rubene"),
        ("H. Zil Divi (ZILIE).", "H.", "Zil Divi"),
        ("V.Zilā (ZILIE).", "V.", "Zilā"),
    ],
)
def test_names_of_several_parts(label, given_name, family_name):
    found = only(label, "Vārds.")
    assert (found.given_name, found.family_name) == (given_name, family_name)


def test_brackets_inside_a_text_are_stage_directions_and_stay():
    found = only("M. Zilā (ZILIE).", "Jā. (Aplausi.) Nē. (Starpsauciens: “Jā!”)", "(Pauze.)")
    assert found.text == "Jā. (Aplausi.) Nē. (Starpsauciens: “Jā!”)\n(Pauze.)"


def test_a_result_that_is_read_out_stays_words_and_is_no_tally():
    result = "Par \u2013 62, pret \u2013 16, atturas \u2013 nav."
    page = transcript_page(f"Sēdes vadītāja. {result}")
    (found,) = read(TRANSCRIPT, page)
    assert found.speeches[0].text == result


def test_words_after_a_change_of_chair_without_a_label_are_nobodys():
    lines = (
        "Sēdi vada Saeimas priekšsēdētājas biedrs Other Chair.",
        "Kāds runā šeit, bet nav teikts, kurš tas ir.",
    )
    found = only(*lines)
    assert (found.speaker, found.capacity, found.family_name) == (None, None, None)


@pytest.mark.parametrize("last", ["Stenogrammu parakstīja", "Redaktore M.Zilā", "SATURA RĀDĪTĀJS"])
def test_the_last_lines_are_nobodys_words(last):
    assert only("M. Zilā (ZILIE).", "Paldies.", last, "Cits.").text == "Paldies."


@pytest.mark.parametrize("date", ["2025. gada 3. aprīlī", "2025.gada 3.aprīlī", "2025.gada&nbsp;3. aprīlī"])
def test_the_day_has_its_month_in_the_locative_and_blanks_vary(date):
    found = debate_of(OPENED, head=(HEAD[0], HEAD[1], date, *HEAD[3:]))
    assert found.speeches[0].date == dt.date(2025, 4, 3)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ((HEAD[0], *HEAD[3:]), "names no day"),
        ((HEAD[0], "2025. gada 31. aprīlī"), "31. aprīlī is not a date"),
        (("2025. gada 3. aprīlī",), "names no Saeima"),
    ],
)
def test_where_no_day_or_term_is_found_none_is_made_up(head, words):
    assert error_of(OPENED, head=head).problem == words


def test_the_day_of_a_side_bar_is_not_the_day_of_the_sitting():
    found = debate_of(OPENED, head=("2026. gada 9. jūnijā", *HEAD))
    assert found.speeches[0].date == dt.date(2025, 4, 3)


def test_a_sitting_past_midnight_keeps_its_first_day():
    found = debate_of(OPENED, "Sēdes vadītāja. Ir 2025. gada 4. aprīlis. Slēdzu sēdi 2025. gada 4. aprīlī.")
    assert {turn.date for turn in found.speeches} == {dt.date(2025, 4, 3)}


def test_the_sitting_is_that_of_the_link_to_its_votes():
    assert debate_of(OPENED).sitting == f"lv-saeima-14-{SITTING}"


@pytest.mark.parametrize("links", [(), (SITTING, "99999999-2222-3333-4444-555555555555")])
def test_without_one_link_the_transcript_is_of_a_sitting_of_its_own(links):
    assert debate_of(OPENED, links=links).sitting == "lv-saeima-14-transcript-17"


def test_a_turn_has_a_lasting_key_its_language_and_the_official_address():
    found = only("M. Zilā (ZILIE).", "Vārds.")
    assert (found.key, found.position) == ("lv-saeima-14-transcript-17-2", 2)
    assert (found.language, found.url) == ("lv", TRANSCRIPT)


def test_entities_soft_hyphens_hard_blanks_and_broken_lines():
    found = only("M. Zilā (ZILIE).", "Kr&#257;&shy;su&nbsp;&amp;\n  citi<br/>vārdi <b>trekni</b>.")
    assert found.text == "Krāsu & citi\nvārdi trekni."


def test_a_label_may_be_bold_and_end_in_a_broken_line():
    assert only("<b>M. Zilā</b> (ZILIE).<br>Vārds.").text == "Vārds."


def test_no_word_of_a_turn_is_lost():
    lines = [
        "M. Zilā (ZILIE).",
        "Viens vārds.",
        "(Aplausi.)",
        "Sēdes vadītāja. Paldies.",
        "M. Zilā. Vēl viens.",
    ]
    page = transcript_page(OPENED, *lines)
    letters = len(re.sub(r"\s", "", re.sub(r"<[^>]+>", "", page)))
    outside = ["Izvēlne", "Balsojumi", *HEAD, "Sēdes vadītāja." * 2, "M. Zilā (ZILIE).", "M. Zilā."]
    spoken = sum(len(re.sub(r"\s", "", turn.text)) for turn in debate_of(OPENED, *lines).speeches)
    assert spoken == letters - sum(len(re.sub(r"\s", "", text)) for text in outside)


def test_a_page_that_was_cut_in_the_middle_is_refused():
    assert error_of(OPENED, "M. Zilā (ZILIE).", "Un tad", end="").problem.startswith("not a whole page")


@pytest.mark.parametrize(
    ("body", "element"),
    [
        (b"", "body"),
        (b"{}", "body"),
        (transcript_page(OPENED).encode("cp1257"), "body"),
        (b"<html><body><p>Lapa nav atrasta</p></body></html>", "p"),
        (transcript_page(head=HEAD).encode(), "p"),
    ],
)
def test_what_is_no_transcript_is_refused(body, element):
    assert refusal(TRANSCRIPT, body) == element


def test_a_term_that_is_not_read_is_refused():
    assert error_of(OPENED, head=("Latvijas Republikas 5. Saeimas", HEAD[2])).element == "term"


def test_parts_that_a_transcript_lacks_are_told_by_their_names():
    shape = PARLIAMENT.page_for(TRANSCRIPT).shape
    whole = transcript_page(OPENED, "M. Zilā (ZILIE).", "Vārds.")
    assert shape.differences(whole.encode()) == []
    altered = transcript_page("Vadītāja. Sākam.", "Zilā:", links=())
    assert shape.differences(altered.encode()) == [
        ("missing", "Sēdes vadītāja"),
        ("missing", "link to the sitting"),
        ("missing", "speaker"),
    ]


def category(*links):
    return f"<html><body>{''.join(f'<a href={link!r}>x</a>' for link in links)}</body></html>"


def test_the_same_transcript_in_several_languages_and_on_several_hosts_is_one():
    links = "/lv/transcripts/view/1", "/en/transcripts/view/1", "http://saeima.lv./fr/transcripts/view/2"
    assert transcripts_of(answer(CATEGORY, category(*links))) == [
        "https://www.saeima.lv/lv/transcripts/view/1",
        "https://www.saeima.lv/lv/transcripts/view/2",
    ]


def test_a_list_says_how_many_transcripts_a_term_has():
    found = read(CATEGORY, category("/lv/transcripts/view/1", "/lv/transcripts/view/2"))
    assert found == (Expectation(subject="lv-saeima-14", what="transcripts", expected=2),)


def test_a_list_without_any_element_is_refused():
    assert problem(CATEGORY, "<!-- nothing -->").element == "body"


def test_an_empty_list_is_refused_and_so_is_that_of_an_unknown_term():
    assert problem(CATEGORY, category("/lv")).element == "a"
    assert problem(CATEGORY.replace("29", "24"), category("/lv/transcripts/view/1")).element == "address"


@given(
    st.lists(st.sampled_from([*HEAD, OPENED, "M. Zilā (ZILIE).", "M. Zilā.", "Vārds.", "(Pauze.)", "(", ""]))
)
def test_paragraphs_in_any_order_are_read_or_refused_by_name(lines):
    try:
        found = debate_of(*lines)
    except PageError:
        return
    assert all(turn.text for turn in found.speeches)
