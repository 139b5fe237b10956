import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from senate_pages import VOTE, a_roll, answer, problem, read

from db.records import count
from scrapers.pages import PageError
from scrapers.parliaments.poland import PARLIAMENT

FOUR = (
    ("A. Alpha", "Za"),
    ("B. Beta", "Przeciw"),
    ("C. Gamma", "Wstrzymał się"),
    ("D. Delta", "Nieobecny"),
)


def the_roll(*ballots, **changes):
    (roll,) = read(VOTE, a_roll(*ballots, **changes))
    return roll


def test_a_roll_belongs_to_the_vote_of_its_address():
    assert the_roll(*FOUR).key == "pl-senat-11-vote-10650"


def test_a_senator_is_identified_by_the_name_as_printed_within_the_term():
    ballot = the_roll(*FOUR).ballots[0]
    assert (ballot.identifier, ballot.given_name, ballot.family_name) == ("A. Alpha", "A.", "Alpha")
    assert the_roll(*FOUR).scheme == "pl-senat-11"


def test_two_senators_printed_under_one_name_are_never_made_one_nor_told_apart():
    roll = the_roll(("A. Alpha", "Za"), ("A. Alpha", "Przeciw"), ("B. Beta", "Za"))
    assert [ballot.identifier for ballot in roll.ballots] == [
        "A. Alpha 1 of 2 in vote 10650",
        "A. Alpha 2 of 2 in vote 10650",
        "B. Beta",
    ]


@pytest.mark.parametrize(
    ("label", "option"),
    [
        ("za", "yes"),
        ("Za", "yes"),
        ("przec.", "no"),
        ("Przeciw", "no"),
        ("wstrz.", "abstain"),
        ("Wstrzymał się", "abstain"),
        ("nie gł.", "present_not_voting"),
        ("nieob.", "absent"),
        ("Nieobecny", "absent"),
    ],
)
def test_both_generations_of_words_have_their_options(label, option):
    page = f'<div class="ogolne-wyniki"><span>obecnych: {int(option != "absent")}</span></div>'
    (roll,) = read(VOTE, f'{page}<div class="senator"><i>A. Alpha</i><i>{label}</i></div>')
    assert (roll.ballots[0].option, roll.ballots[0].label) == (option, label)


def test_the_senate_tells_absent_from_not_voting():
    counted = count(the_roll(("A. Alpha", "nie gł."), ("D. Delta", "Nieobecny")).ballots)
    assert (counted.present_not_voting, counted.absent) == (1, 1)


def test_the_totals_are_declared_and_the_absent_whom_they_leave_out_are_not_0():
    declared = the_roll(*FOUR).declared
    assert (declared.yes, declared.no, declared.abstain, declared.absent) == (1, 1, 1, None)


def test_an_annulled_vote_says_so_and_has_no_ballots():
    (roll,) = read(VOTE, '<h4 class="podtytul">Głosowanie anulowane</h4>')
    assert (roll.is_annulled, roll.ballots, roll.ballots_status) == (True, (), "not_published")
    assert roll.declared.yes is None


@pytest.mark.parametrize(
    "total", ["obecnych", "za", "przeciw", "wstrzymało się", "nie głosowało", "głosowało"]
)
def test_a_total_that_the_ballots_do_not_make_is_a_named_error(total):
    error = problem(VOTE, a_roll(*FOUR, **{total: 77}))
    assert error.element.startswith("div.ogolne-wyniki")


@pytest.mark.parametrize(
    ("page", "element"),
    [
        (a_roll(("A. Alpha", "może")), "div.senator"),
        (a_roll(("Alpha Member", "Za")), "div.senator"),
        (a_roll(*FOUR, nikt=0), "div.ogolne-wyniki span"),
        (a_roll(*FOUR, za="dużo"), "div.ogolne-wyniki span"),
        (a_roll(), "div.senator"),
        ("<p>nothing</p>", "div.ogolne-wyniki span"),
    ],
)
def test_an_unknown_word_or_a_missing_part_is_a_named_error(page, element):
    assert problem(VOTE, page).element == element


def test_a_ballot_of_three_parts_is_a_named_error():
    page = a_roll() + '<div class="senator"><i>A. Alpha</i><i>Blue</i><i>Za</i></div>'
    assert "not a name and a word" in problem(VOTE, page).problem


def test_the_first_live_answer_is_compared_with_the_handbooks_names():
    shape = PARLIAMENT.page_for(VOTE).shape
    altered = (
        a_roll(*FOUR).replace("ogolne-wyniki", "wyniki").replace("<div>A. Alpha</div>", "<b class=x></b>")
    )
    assert shape.differences(answer(VOTE, a_roll(*FOUR)).body) == []
    assert set(shape.differences(answer(VOTE, altered).body)) == {
        ("missing", "div ogolne-wyniki"),
        ("missing", "span"),
        ("unknown", "b x"),
    }


WORDS = ["Za", "Przeciw", "Wstrzymał się", "nie gł.", "Nieobecny"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=100))
def test_what_is_read_always_adds_up(labels):
    roll = the_roll(*((f"A. Member{'x' * place}", label) for place, label in enumerate(labels)))
    counted = count(roll.ballots)
    assert (counted.yes, counted.no, counted.abstain) == (
        roll.declared.yes,
        roll.declared.no,
        roll.declared.abstain,
    )
    assert len(roll.ballots) == len(labels)


@given(st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_page_is_read_or_refused_but_never_crashes(place, byte):
    body = bytearray(answer(VOTE, a_roll(*FOUR)).body)
    body[place % len(body)] = byte
    with contextlib.suppress(PageError):
        read(VOTE, bytes(body))
