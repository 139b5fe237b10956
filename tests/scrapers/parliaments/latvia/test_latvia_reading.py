"""Reading what the sources write: script calls, dates, moments, arrays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import VOTE_FILE, answer, refusal, vote, votes_file
from lxml import etree

from scrapers.pages import PageError
from scrapers.parliaments.latvia.keys import bill_key, guids_in, member_id, term_key
from scrapers.parliaments.latvia.reading import (
    calls_in,
    day_of,
    decoded,
    fields_of,
    moment_of,
    number_of,
    text_of,
)

NOTHING = answer("https://example.org/x", b"")


@pytest.mark.parametrize(
    ("script", "calls"),
    [
        ('f("a","b");', [["a", "b"]]),
        ('f( "a" , "b" )', [["a", "b"]]),
        ('f("a");g("b");f("c")', [["a"], ["c"]]),
        (r'f("say \"no\"","")', [['say "no"', ""]]),
        ('f("a (b), c")', [["a (b), c"]]),
        ("f()", [[]]),
        ("f(a, 1)", []),
        ('function f(lst){ x("a") }', []),
        ('ff("a")', []),
    ],
)
def test_the_calls_of_a_script_have_their_quoted_arguments(script, calls):
    assert calls_in(script, "f") == calls


@given(st.lists(st.text('ab"\\(),;', max_size=6), min_size=1, max_size=5))
def test_whatever_is_quoted_comes_back_as_it_was(arguments):
    quoted = ('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' for text in arguments)
    assert calls_in(f"f({','.join(quoted)});", "f") == [arguments]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("&#299;", "ī"),
        ("%C4%AB", "ī"),
        ("a+b", "a+b"),
        (" a &nbsp; b ", "a b"),
        ("1117%2FLm14", "1117/Lm14"),
        ("100%", "100%"),
    ],
)
def test_entities_and_percent_signs_are_undone(text, plain):
    assert decoded(NOTHING, "x", text) == plain


def test_entities_are_undone_before_percent_signs():
    assert decoded(NOTHING, "x", "&#37;C4&#37;AB") == "ī"


@given(st.dates(dt.date(1993, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_is_read_with_points_and_with_slashes(day):
    assert day_of(NOTHING, "x", f"{day:%d.%m.%Y}") == day_of(NOTHING, "x", f"{day:%d/%m/%Y}") == day


@pytest.mark.parametrize("text", ["", "1.1.2025", "2025.01.01", "30.02.2025", "00.00.0000"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(PageError, match=r"x: .* is not a date"):
        day_of(NOTHING, "x", text)


@pytest.mark.parametrize(
    "text", ["01.01.2025 24:00:00", "01.01.2025 10:60:00", "01.01.2025", "01.01.2025 10:00"]
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(PageError, match=r"x: .* is not a moment"):
        moment_of(NOTHING, "x", text)


@given(st.text(max_size=25))
def test_no_text_makes_a_moment_fail_but_by_a_named_error(text):
    try:
        found = moment_of(NOTHING, "x", text)
    except PageError:
        return
    assert found.tzinfo is not None


@given(st.lists(st.sampled_from(["Par", "Pret", "", "#", "Nebalsoja"]), max_size=6))
def test_no_array_puts_a_vote_on_another_member(labels):
    body = votes_file(vote("+++", RESULT="#".join(labels)))
    expected = {"VOTES", "label of a ballot", "tally, yes", "tally, no", "tally, abstain"}
    assert labels == ["Par"] * 3 or refusal(VOTE_FILE, body) in expected


def fields(xml):
    return fields_of(etree.fromstring(xml))


def test_a_record_has_the_texts_of_the_elements_right_in_it():
    assert fields("<R><A>1</A><B> b </B><C/></R>").texts == {"A": "1", "B": " b ", "C": ""}


def test_of_two_elements_of_one_name_the_first_counts():
    assert text_of(NOTHING, fields("<R><A>1</A><A>2</A></R>"), "A") == "1"


def test_what_is_deeper_in_a_record_is_no_field_of_it():
    assert fields("<R><A><B>1</B></A></R>").texts == {"A": ""}


def test_a_field_that_is_missing_is_named_with_its_record():
    with pytest.raises(PageError, match=r"R\.B: missing"):
        text_of(NOTHING, fields("<R><A>1</A></R>"), "B")


@pytest.mark.parametrize(("text", "number"), [("12", 12), (" 3 ", 3), ("", None)])
def test_a_field_can_be_a_number_or_nothing(text, number):
    assert number_of(NOTHING, fields(f"<R><A>{text}</A></R>"), "A") == number


def test_identifiers_are_found_in_either_case():
    guid = "E3259161-602D-4410-A6B3-4D2152DDF032"
    assert guids_in(f"DK?nr={guid}&stage=2") == [guid.lower()]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Ārija Zilā", "arija-zila"), ("Ģirts Ķūķis-Žuburs", "girts-kukis-zuburs"), ("Á  B", "a-b")],
)
def test_a_member_is_known_by_the_name_without_diacritics(name, identifier):
    assert member_id(name) == identifier


@pytest.mark.parametrize("number", ["11", "16", "", "x", "14.", "²"])
def test_what_is_no_term_is_refused(number):
    with pytest.raises(PageError, match="is no term that we read"):
        term_key(NOTHING, number)


@pytest.mark.parametrize("number", ["", "898", "898/Lp", "898/Lp14 ", "Lp14"])
def test_what_is_no_number_of_a_bill_is_refused(number):
    with pytest.raises(PageError, match="is not the number of a bill"):
        bill_key(NOTHING, "x", number)
