"""What stands in a cell: marks, footnotes, brackets, days and letters."""

import calendar
import datetime as dt
from contextlib import suppress

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from scrapers.pages import Answer, PageError
from scrapers.treaties.cells import HYPHENED, ISO, PRINTED, SLASHED, Cell, cell_of, day_of, deed_of, named

ANSWER = Answer(url="https://treaties.un.org/", body=b"")


def cell(markup):
    return cell_of(BeautifulSoup(markup, "lxml"))


def deed(text, pattern=PRINTED):
    return deed_of(ANSWER, "cell", Cell(text), pattern)


def problem(text, pattern=PRINTED):
    with pytest.raises(PageError) as caught:
        deed(text, pattern)
    assert caught.value.element == "cell"
    return caught.value.problem


def test_white_space_within_a_cell_does_not_count():
    assert cell("<td> 22 Apr\t 2016 \n</td>").text == "22 Apr 2016"


def test_footnote_marks_are_taken_out_and_kept():
    found = cell("<td>Atlantis<sup>1</sup></td>")
    assert (found.text, found.footnotes) == ("Atlantis", ("1",))


def test_several_footnotes_in_one_mark_are_several():
    assert cell("<td>Atlantis<superscript>1, 12</superscript></td>").footnotes == ("1", "12")


def test_a_broken_line_is_a_space():
    assert cell("<td>Atlantis<br>(Sunken Republic of)</td>").text == "Atlantis (Sunken Republic of)"


@pytest.mark.parametrize(
    ("text", "name", "footnotes"),
    [
        ("Atlantis", "Atlantis", ()),
        ("Belize1", "Belize", ("1",)),
        ("Belize 4 ,", "Belize", ("4",)),
        ("Bolivia (Plurinational State of)3", "Bolivia (Plurinational State of)", ("3",)),
        (
            "Great Britain and Northern Ireland 6 , 18 , 19 ,",
            "Great Britain and Northern Ireland",
            ("6", "18", "19"),
        ),
        ("[Atlantis]", "Atlantis", ()),
        ("[Atlantis 7]", "Atlantis", ("7",)),
        ("[Atlantis] 7", "Atlantis", ("7",)),
    ],
)
def test_numbers_after_a_name_are_footnotes(text, name, footnotes):
    found = named(Cell(text))
    assert (found.bare, found.footnotes) == (name, footnotes)
    assert found.is_bracketed == ("[" in text)


def test_a_letter_after_the_day_is_kept_in_its_case():
    assert (deed("12 May 2003 A").letter, deed("12 May 2003 a").letter, deed("12 May 2003").letter) == (
        "A",
        "a",
        "",
    )


def test_brackets_round_a_day_are_seen():
    found = deed("[20 Jan 2021 A]")
    assert (found.date, found.letter, found.is_bracketed) == (dt.date(2021, 1, 20), "A", True)


def test_an_empty_cell_is_no_deed():
    assert deed("") is None
    assert deed("[ ]") is None


@pytest.mark.parametrize("text", ["12 Foo 2003", "May 2003", "31 Feb 2003", "12/05/2003", "yes"])
def test_what_is_no_day_is_a_named_error(text):
    assert problem(text)


def test_a_word_after_the_day_is_no_letter():
    assert "no day with a letter" in problem("12 May 2003 withdrawn")


@given(st.dates(min_value=dt.date(1900, 1, 1)))
def test_every_day_is_read_in_each_of_the_four_ways(day):
    month = calendar.month_abbr[day.month]
    assert deed(f"{day.day} {month} {day.year:04} a").date == day
    assert deed(f"{day:%d-%m-%Y} (R)", HYPHENED).date == day
    assert day_of(ANSWER, "cell", f"{day:%d/%m/%Y}", SLASHED) == day
    assert day_of(ANSWER, "cell", f"{day} 00:00:00", ISO) == day


@given(st.text(max_size=20))
def test_whatever_stands_in_a_cell_the_answer_is_a_deed_nothing_or_a_named_error(text):
    with suppress(PageError):
        found = deed(text)
        assert found is None or found.date.year


def test_a_month_before_the_day_is_in_no_calendar():
    with pytest.raises(PageError, match="in no calendar"):
        day_of(ANSWER, "cell", "06/27/2025", SLASHED)
