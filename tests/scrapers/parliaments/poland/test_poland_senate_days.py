import datetime as dt
import re

import pytest
from senate_pages import DAY, a_day, a_vote_row, answer, problem, read

from db.records import Expectation, Sitting
from scrapers.parliaments.poland.senat.days import next_day

SECOND = DAY.replace(",1,", ",2,")
FINAL = "wniosek o przyjęcie ustawy bez poprawek"


def the_votes(*rows, url=DAY, **changes):
    _, _, *votes = read(url, a_day(*rows, **changes))
    return votes


def test_the_page_of_a_day_describes_its_sitting():
    sitting, _, _ = read(DAY, a_day(a_vote_row(1, 10650)))
    assert (sitting.key, sitting.number) == ("pl-senat-11-65", 65)
    assert sitting.dates == (dt.date(2025, 9, 23), dt.date(2025, 9, 24))


def test_a_vote_goes_by_the_number_that_the_site_gives_it():
    (vote,) = the_votes(a_vote_row(3, 10650))
    assert (vote.key, vote.number, vote.sitting) == ("pl-senat-11-vote-10650", 3, "pl-senat-11-65")
    assert vote.url.endswith("/glosowanie-drukuj,10650.html")


def test_a_vote_without_its_roll_says_that_ballots_were_not_collected():
    (vote,) = the_votes(a_vote_row(1, 10650))
    assert (vote.ballots_status, vote.declared.yes, vote.outcome) == ("not_collected", None, None)


def test_a_vote_has_the_date_of_its_day_of_the_sitting():
    (vote,) = the_votes(a_vote_row(1, 10650), url=SECOND)
    assert vote.date == dt.date(2025, 9, 24)


def test_every_second_row_belongs_to_the_one_before():
    assert [vote.number for vote in the_votes(a_vote_row(1, 10650), a_vote_row(2, 10651))] == [1, 2]


def test_a_row_within_a_row_is_no_second_vote():
    inner = '<div class="row"><div><a href="glosowanie-drukuj,10650.html">wyniki</a></div></div>'
    row = f'<div class="row"><div>1</div><div><b>Ustawa</b></div>{inner}</div>'
    assert [vote.key for vote in the_votes(row)] == ["pl-senat-11-vote-10650"]


def test_the_title_and_the_question_are_apart():
    (vote,) = the_votes(a_vote_row(1, 10650, "Ustawa o niczym (druk nr 17)", "poprawka nr 1"))
    assert (vote.title, vote.question) == ("Ustawa o niczym (druk nr 17)", "poprawka nr 1")
    assert vote.documents == ("17",)


@pytest.mark.parametrize(
    ("question", "meaning", "is_final"),
    [
        (FINAL, "for the bill", True),
        ("głosowanie nad podjęciem uchwały w całości", "for the bill", True),
        ("wniosek o odrzucenie ustawy", "for rejecting the bill", False),
        ("poprawka nr 3", "for the amendment", False),
        ("wniosek formalny", "for the motion", False),
        ("głosowanie testowe", "quorum check", False),
        ("sprawdzenie kworum", "quorum check", False),
        ("coś nowego", None, False),
    ],
)
def test_the_question_says_what_a_yes_means_and_a_test_vote_only_lists_who_is_there(
    question, meaning, is_final
):
    (vote,) = the_votes(a_vote_row(1, 10650, question=question))
    assert (vote.meaning_of_yes, vote.is_final) == (meaning, is_final)


def test_a_day_without_votes_says_so_and_is_no_error():
    page = a_day() + "<p>W tym dniu nie odbyły się żadne głosowania</p>"
    assert [type(record) for record in read(DAY, page)] == [Sitting, Expectation]


@pytest.mark.parametrize("url", [DAY, SECOND])
def test_a_sitting_is_expected_to_have_a_transcript_which_begins_at_its_official_place(url):
    sitting, expected, _ = read(url, a_day(a_vote_row(1, 10650)))
    assert re.fullmatch(
        r"https://www\.senat\.gov\.pl/prace/posiedzenia/przebieg,\d+,1\.html", sitting.transcript_url
    )
    assert (expected.subject, expected.what, expected.expected) == (sitting.key, "transcripts", 1)


@pytest.mark.parametrize(
    ("page", "element"),
    [
        (a_day(), "div.table-content"),
        (a_day(a_vote_row("x", 10650)), "div.table-content"),
        (a_day(a_vote_row("\N{SUPERSCRIPT THREE}", 10650)), "div.table-content"),
        (a_day(a_vote_row(1, 10650), '<a href="glosowanie-drukuj,9.html">?</a>'), "div.table-content"),
        (a_day(a_vote_row(1, 10650), title="Senat"), "div.meeting-title"),
        (a_day(a_vote_row(1, 10650), dates="23.09.2025"), "div.view-element__date"),
        (a_day(a_vote_row(1, 10650), dates="23 września 2019 r."), "div.view-element__date"),
        ('<table class="glosowania"></table>', "div.view-element__date"),
    ],
)
def test_a_day_that_is_not_as_promised_is_a_named_error(page, element):
    assert problem(DAY, page).element == element


def test_a_vote_without_a_title_is_a_named_error():
    row = '<div class="row"><div>1</div><div></div><div><a href="glosowanie-drukuj,9.html">x</a></div></div>'
    assert "no title" in problem(DAY, a_day(row)).problem


def test_a_day_that_the_sitting_has_not_is_a_named_error():
    assert "no day 3" in problem(DAY.replace(",1,", ",3,"), a_day(a_vote_row(1, 10650))).problem


def test_days_are_asked_for_as_long_as_the_sitting_has_them():
    assert next_day(answer(DAY, a_day())) == 2
    assert next_day(answer(SECOND, a_day())) is None
