"""What a vote is on, and by which rule it passes. The reference votes are those of the recorded agendas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Tally
from scrapers.parliaments.latvia.keys import number_in, numbers_in, without_number
from scrapers.parliaments.latvia.questions import (
    bill_title,
    is_final,
    meaning_of_yes,
    outcome,
    stage_kind,
    threshold,
)

THIRD = "Par zilo krāsu (7/Lp14), 3.lasījums"
FIGURES = st.integers(0, 100)

REFERENCE_VOTES = [
    ("898/Lp14", 66, 14, 2, "passed"),
    ("898/Lp14, 3 April, placing on the agenda", 62, 16, 0, "passed"),
    ("914/Lp14", 38, 35, 9, "rejected"),
    ("915/Lp14", 74, 8, 0, "passed"),
    ("923/Lp14", 72, 8, 0, "passed"),
    ("925/Lp14", 77, 8, 0, "passed"),
    ("842/Lp14", 83, 0, 1, "passed"),
    ("900/Lp14", 56, 9, 2, "passed"),
    ("698/Lm14", 83, 1, 0, "passed"),
    ("75/P14", 37, 43, 0, "rejected"),
    ("1512/Lp14", 23, 18, 35, "rejected"),
    ("1105/Lm14", 24, 67, 1, "rejected"),
    ("718/Lm12", 18, 9, 51, "rejected"),
]


@pytest.mark.parametrize(("name", "yes", "no", "abstain", "expected"), REFERENCE_VOTES)
def test_the_outcome_of_the_reference_votes_is_that_of_the_agenda(name, yes, no, abstain, expected):
    assert outcome(Tally(yes=yes, no=no, abstain=abstain), name) == expected


def test_exactly_the_half_is_not_enough():
    assert outcome(Tally(yes=40, no=30, abstain=10), THIRD) == "rejected"
    assert outcome(Tally(yes=41, no=30, abstain=10), THIRD) == "passed"


def test_more_for_than_against_is_not_enough_with_many_abstaining():
    assert outcome(Tally(yes=38, no=35, abstain=9), THIRD) == "rejected"


@pytest.mark.parametrize("tally", [Tally(), Tally(yes=0, no=0, abstain=0)])
def test_there_is_no_outcome_where_nobody_voted(tally):
    assert (outcome(tally, THIRD), threshold(tally, THIRD)) == (None, None)


@pytest.mark.parametrize(
    "motive",
    [
        "Par neuzticības izteikšanu zilajam ministram (7/Lm14)",
        "Grozījumi Latvijas Republikas Satversmē (7/Lp14), 3.lasījums",
    ],
)
def test_where_another_majority_may_be_needed_more_than_the_half_proves_nothing(motive):
    assert outcome(Tally(yes=51, no=10, abstain=0), motive) is None
    assert outcome(Tally(yes=30, no=40, abstain=0), motive) == "rejected"
    assert threshold(Tally(yes=51, no=10, abstain=0), motive) is None


@given(FIGURES, FIGURES, FIGURES)
def test_a_vote_passes_if_and_only_if_it_reaches_its_threshold(yes, no, abstain):
    tally = Tally(yes=yes, no=no, abstain=abstain)
    needed = threshold(tally, THIRD)
    expected = None if needed is None else "passed" if yes >= needed else "rejected"
    assert outcome(tally, THIRD) == expected


@pytest.mark.parametrize(
    ("motive", "meaning"),
    [
        ("Par zilo krāsu (7/Lp14), 1.lasījums", "for the bill"),
        ("Par zilo krāsu (7/Lp14), 2.lasījums, steidzams", "for the bill"),
        ("Par priekšlikumu Nr.2. Par zilo krāsu (7/Lp14), 2.lasījums", "for the amendment"),
        ("Par zilo krāsu (7/Lp14), nodošana komisijām", "for the motion"),
        ("Par zilo krāsu (7/Lm14)", "for the motion"),
        ("Par zilo krāsu (7/P14)", "for the motion"),
        (
            "Par likumprojekta Par zilo krāsu (7/Lp14) iekļaušanu Saeimas sēdes darba kārtībā",
            "for the motion",
        ),
        ("  Par iekļaušanu nākamās kārtējās sēdes darba kārtībā", "for the motion"),
        ("Par zilo krāsu (7/Lp14)", None),
        ("Par debašu pārtraukšanu", None),
    ],
)
def test_a_yes_means_what_the_motive_says(motive, meaning):
    assert meaning_of_yes(motive) == meaning


@pytest.mark.parametrize(
    ("motive", "expected"),
    [
        (THIRD, True),
        ("Par zilo krāsu (7/Lp14), 2.lasījums, steidzams", True),
        ("Par zilo krāsu (7/Lp14), 2.lasījums", False),
        ("Par zilo krāsu (7/Lp14), 1.lasījums, steidzams", False),
        ("Par priekšlikumu Nr.2. Par zilo krāsu (7/Lp14), 3.lasījums", False),
        ("Par zilo krāsu (7/Lp14), nodošana komisijām", False),
        ("Par zilo krāsu (7/Lm14)", False),
    ],
)
def test_a_bill_is_decided_in_its_third_reading_or_in_the_second_if_it_is_urgent(motive, expected):
    assert is_final(motive) is expected


def test_the_last_number_is_what_the_vote_is_on():
    motive = (
        "Par atbildīgās komisijas maiņu likumprojektam “Zils” (11/Lp12) (7/Lm12) iekļaušanu darba kārtībā"
    )
    assert numbers_in(motive) == ["11/Lp12", "7/Lm12"]
    assert number_in(motive) == "7/Lm12"


def test_a_number_may_be_marked_as_one():
    assert number_in("Par likumprojekta Zils (Nr. 7/Lp14) (steidzams) maiņu") == "7/Lp14"


def test_a_motive_without_a_number_is_its_own_title():
    assert (number_in("Par debatēm"), without_number("Par debatēm")) == (None, "Par debatēm")


@pytest.mark.parametrize(
    ("motive", "title"),
    [
        (THIRD, "Par zilo krāsu"),
        ("Par zilo krāsu (7/Lm14)", "Par zilo krāsu"),
        ("Par priekšlikumu Nr.2. Par zilo krāsu (7/Lp14), 3.lasījums", None),
        ("Par zilo krāsu (7/Lm14) iekļaušanu Saeimas sēdes darba kārtībā", None),
        ("Par likumprojekta Zils (11/Lp14) datuma maiņu (7/Lm14)", None),
    ],
)
def test_the_title_of_a_bill_is_taken_only_where_nothing_else_stands_before_it(motive, title):
    assert bill_title(motive) == title


def test_reading_9_is_no_reading():
    assert stage_kind("Par zilo krāsu (7/Lm14)", "9") == "other"
