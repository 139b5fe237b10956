"""Ballots of the years before 2008, of which the old service gives a hundred at a time."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_eduskunta import cast, old_answer, read, roll_answer

from scrapers.pages import PageError
from scrapers.parliaments.finland import OLD_BALLOTS
from scrapers.parliaments.finland.oldballots import TABLE, ballots_of, next_ballots, old_voters
from scrapers.parliaments.finland.tables import address_of


def roll_of(*table, **changes):
    (found,) = read(roll_answer(*table, **changes))
    return found


def error_of(*table, **changes):
    with pytest.raises(PageError) as caught:
        read(roll_answer(*table, **changes))
    return caught.value


def test_an_answer_with_ballots_names_its_vote_by_the_identifier_of_the_old_service_only():
    found = roll_of(cast(1))
    assert (found.vote, found.chamber, found.scheme) == ("13000", "fi-eduskunta", "fi-eduskunta")


def test_a_page_of_ballots_says_where_in_the_whole_roll_it_begins():
    assert (roll_of(cast(1)).first, roll_of(cast(101), page=1).first) == (0, 100)


def test_the_values_of_an_old_ballot_are_stripped():
    (ballot,) = roll_of(cast(7, "Ei", "sd")).ballots
    assert (ballot.family_name, ballot.faction, ballot.label) == ("007", "sd", "Ei")
    assert (ballot.identifier, ballot.given_name, ballot.option) == ("7", "Member", "no")


@pytest.mark.parametrize(
    ("label", "option"),
    [
        ("Jaa", "yes"),
        ("Ei", "no"),
        ("Tyhjää", "abstain"),
        ("Tyhjä", "abstain"),
        ("Poissa", "absent"),
        ("Ja", "yes"),
        ("Nej", "no"),
        ("Avstår", "abstain"),
        ("Frånvarande", "absent"),
    ],
)
def test_the_old_labels_of_both_languages_have_their_options_and_are_kept(label, option):
    (ballot,) = roll_of(cast(1, label)).ballots
    assert (ballot.option, ballot.label) == (option, label)


@pytest.mark.parametrize("label", ["", "Jaaa", "JAA", "ja", "Paikalla", "Blank"])
def test_any_other_old_label_is_a_named_error(label):
    error = error_of(cast(1, label))
    assert error.element == "EdustajaAanestys"
    assert repr(label) in error.problem


def test_an_old_ballot_without_an_abbreviation_is_of_an_unknown_group():
    (ballot,) = roll_of(cast(1, group="")).ballots
    assert ballot.faction is None


def test_a_member_with_two_old_ballots_in_one_answer_is_a_named_error():
    error = error_of(cast(1), cast(2), cast(1, "Ei"))
    assert error.element == "EdustajaHenkiloNumero"
    assert "'1'" in error.problem


def test_a_ballot_of_another_vote_than_was_asked_for_is_a_named_error():
    assert error_of(cast(1), cast(2, vote="13001")).element == "AanestysId"


def test_an_old_ballot_of_nobody_is_a_named_error():
    assert error_of({**cast(1), "EdustajaHenkiloNumero": None}).element == "EdustajaHenkiloNumero"


def test_a_vote_without_old_ballots_is_a_named_error():
    assert error_of().element == "rowData"


def test_a_page_of_ballots_that_is_not_full_though_more_follow_is_a_named_error():
    assert error_of(cast(1), hasMore=True).element == "rowCount"


def test_an_address_that_asks_for_no_vote_is_a_named_error():
    bare = old_answer(f"{address_of(TABLE)}?page=0", cast(1), tableName=TABLE)
    with pytest.raises(PageError, match="columnValue: not in the address"):
        OLD_BALLOTS.read(bare)


@pytest.mark.parametrize("column", sorted(set(cast(1)) - {"EdustajaId", "Imported"}))
def test_a_column_of_ballots_that_is_missing_is_a_named_error(column):
    bare = {name: value for name, value in cast(1).items() if name != column}
    assert column in error_of(bare).problem


def test_the_next_ballots_are_those_of_the_next_page():
    full = roll_answer(*(cast(number) for number in range(1, 101)), hasMore=True)
    assert next_ballots(full) == ballots_of("13000").replace("page=0", "page=1")
    assert next_ballots(roll_answer(cast(101), page=1)) is None


def test_the_voters_of_an_old_vote_are_named_by_their_identifiers():
    assert old_voters(roll_answer(cast(3), cast(5))) == ["3", "5"]


@given(st.dictionaries(st.sampled_from(sorted(cast(1))), st.none() | st.text(max_size=12)))
def test_nonsense_in_any_column_of_ballots_is_a_named_error_or_a_ballot(nonsense):
    hostile = roll_answer(cast(1), {**cast(2), **nonsense})
    with suppress(PageError):
        (found,) = read(hostile)
        assert len({ballot.identifier for ballot in found.ballots}) == 2
