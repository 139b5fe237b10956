"""The ballots of a vote, stored, compared, revised and withdrawn. `vote()` has three of its own."""

import pytest
from blank import blank_database
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_house import LABELS, House, ballot, list_vote, secret_vote, vote

from db.records import Choice, Tally, count
from db.rows import ContradictionError

LATER = "2025-02-02T10:00:00.000+00:00"
FIRST = ballot(1)
SECOND = ballot(2)
THIRD = ballot(3, "Nay", faction="Green")


def ballots(house):
    return house.rows("SELECT person, faction, option, label FROM ballots ORDER BY person")


def revisions(house):
    return house.rows("SELECT row_key, column_name, old_value, new_value FROM revisions ORDER BY id")


def counted(house):
    names = ("yes", "no", "abstain", "present_not_voting", "absent")
    return house.row(f"SELECT {', '.join(f'counted_{name}' for name in names)} FROM votes")


def test_every_ballot_is_stored_with_the_words_of_the_source(house):
    house.says(vote())
    assert ballots(house) == [
        ("Member 001", "Blue", "yes", "Aye"),
        ("Member 002", "Blue", "yes", "Aye"),
        ("Member 003", "Green", "no", "Nay"),
    ]


@pytest.mark.parametrize(("label", "option"), LABELS.items())
def test_every_option_has_a_row_of_its_own(house, label, option):
    house.says(vote(ballot(1, label)))
    assert ballots(house) == [("Member 001", "Blue", option, label)]


def test_absent_members_are_stored(house):
    house.says(vote(FIRST, ballot(2, "Away")))
    assert ("Member 002", "Blue", "absent", "Away") in ballots(house)


def test_abstaining_present_and_absent_are_counted_apart(house):
    house.says(vote(ballot(1, "Blank"), ballot(2, "Here"), ballot(3, "Away"), ballot(4, "Excused")))
    assert counted(house) == (0, 0, 1, 1, 2)


def test_a_vote_without_published_ballots_counts_nothing_rather_than_0(house):
    house.says(secret_vote())
    assert counted(house) == (None, None, None, None, None)


def test_the_basis_and_the_rule_stand_with_the_option(house):
    house.says(vote(ballot(1, "Away", basis="derived", rule="no ballot"), ballot(2, "Away")))
    assert house.rows("SELECT label, option, basis, rule FROM ballots ORDER BY person") == [
        ("Away", "absent", "derived", "no ballot"),
        ("Away", "absent", "stated", None),
    ]


def test_a_word_is_stored_once_however_many_use_it(house):
    house.says(vote())
    house.says(vote(key="zz-house-1-8"))
    assert house.rows("SELECT label FROM ballot_labels ORDER BY id") == [("Aye",), ("Nay",)]


def test_a_member_without_faction_has_none(house):
    house.says(vote(ballot(1, faction=None)))
    assert ballots(house) == [("Member 001", None, "yes", "Aye")]


def test_the_faction_is_that_of_the_day_of_the_vote(house):
    house.says(vote(FIRST), vote(ballot(1, faction="Green"), key="zz-house-1-8"))
    assert house.rows("SELECT vote_key, faction FROM ballots ORDER BY vote_key") == [
        ("zz-house-1-1", "Blue"),
        ("zz-house-1-8", "Green"),
    ]


def test_identifiers_of_a_term_make_factions_of_that_term(house):
    house.says(vote(ballot(1), scheme="zz-house-1"))
    assert house.row("SELECT key, term FROM factions") == ("zz-house-1-blue", "zz-house-1")


def test_the_name_is_that_printed_on_the_ballot(house):
    house.says(vote(FIRST), vote(ballot(1, family_name="001-Smith"), key="zz-house-1-8"))
    assert house.rows("SELECT person_key, person FROM ballots ORDER BY vote_key") == [
        ("zz-house-1", "Member 001"),
        ("zz-house-1", "Member 001-Smith"),
    ]


def test_two_ballots_of_one_person_are_a_named_error(house):
    with pytest.raises(ContradictionError, match="zz-house-1-1: a person has two ballots"):
        house.says(vote(FIRST, ballot(1, "Nay")))
    assert house.rows("SELECT * FROM votes") == []


def test_the_same_ballots_again_write_nothing(house):
    house.says(vote(), list_vote())
    assert house.says(vote(), list_vote()) == 0


def test_the_same_ballots_in_another_order_write_nothing(house):
    house.says(vote(FIRST, SECOND, THIRD))
    assert house.says(vote(THIRD, FIRST, SECOND)) == 0


def test_a_corrected_ballot_is_applied_and_the_old_one_kept(house):
    house.says(vote())
    house.says(vote(FIRST, ballot(2, "Nay"), THIRD))
    assert ("Member 002", "Blue", "no", "Nay") in ballots(house)
    assert ("zz-house-1-1/zz-house-2", "ballot", "Aye (Blue)", "Nay (Blue)") in revisions(house)
    assert counted(house) == (1, 2, 0, 0, 0)


def test_a_corrected_faction_makes_one_revision(house):
    house.says(vote())
    house.says(vote(ballot(1, faction=None), SECOND, THIRD))
    assert revisions(house) == [("zz-house-1-1/zz-house-1", "ballot", "Aye (Blue)", "Aye")]


def test_a_corrected_name_is_told_as_such(house):
    house.says(vote())
    house.says(vote(ballot(1, family_name="001-Smith"), SECOND, THIRD))
    assert revisions(house) == [("zz-house-1-1/zz-house-1", "name", "Member 001", "Member 001-Smith")]


def test_another_reading_of_the_same_word_is_told_as_such(house):
    house.says(vote(ballot(1, "Away")))
    house.says(vote(ballot(1, "Away", option="absent_excused", rule="a letter was read")))
    assert revisions(house)[-1] == (
        "zz-house-1-1/zz-house-1",
        "reading",
        "absent",
        "absent_excused, a letter was read",
    )


def test_a_ballot_and_a_name_corrected_at_once_are_two_revisions(house):
    house.says(vote(FIRST))
    house.says(vote(ballot(1, "Nay", family_name="001-Smith")))
    told = [revision for revision in revisions(house) if "/" in revision[0]]
    assert [column for _, column, _, _ in told] == ["ballot", "name"]


def test_a_ballot_that_was_added_is_told(house):
    house.says(vote(FIRST))
    house.says(vote(FIRST, SECOND))
    assert ("zz-house-1-1/zz-house-2", "ballot", None, "Aye (Blue)") in revisions(house)


def test_a_ballot_that_vanished_is_marked_not_deleted(house):
    house.says(vote(FIRST, SECOND))
    house.says(vote(FIRST), at=LATER)
    assert house.rows("SELECT person, withdrawn_at FROM ballots ORDER BY person") == [
        ("Member 001", None),
        ("Member 002", LATER),
    ]
    assert ("zz-house-1-1/zz-house-2", "ballot", "Aye (Blue)", None) in revisions(house)


def test_a_ballot_that_vanished_is_no_longer_counted(house):
    house.says(vote(FIRST, SECOND))
    house.says(vote(FIRST))
    assert counted(house) == (1, 0, 0, 0, 0)


def test_a_ballot_that_stays_away_is_told_once(house):
    house.says(vote(FIRST, SECOND))
    house.says(vote(FIRST))
    assert house.says(vote(FIRST)) == 0


def test_a_ballot_that_returns_stands_again(house):
    house.says(vote(FIRST, SECOND))
    house.says(vote(FIRST))
    house.says(vote(FIRST, SECOND))
    assert house.rows("SELECT withdrawn_at FROM vote_ballots") == [(None,), (None,)]
    assert revisions(house)[-1] == ("zz-house-1-1/zz-house-2", "ballot", None, "Aye (Blue)")


def test_ballots_of_the_sample_do_not_replace_official_ones(house):
    house.says(vote(FIRST))
    house.says(vote(ballot(1, "Nay")), origin="sample")
    assert ballots(house) == [("Member 001", "Blue", "yes", "Aye")]


def test_a_ballot_on_a_list_is_neither_yes_nor_no(house):
    house.says(list_vote())
    assert {option for _, _, option, _ in ballots(house)} == {"choice"}
    assert counted(house) == (0, 0, 0, 0, 0)


def test_each_candidate_of_a_list_has_its_votes_and_ballots(house):
    house.says(list_vote())
    assert house.rows("SELECT number, label, votes FROM vote_choices ORDER BY number") == [
        (1, "Candidate A", 2),
        (2, "Candidate B", None),
    ]
    assert house.rows("SELECT person_id, number, option FROM ballot_choices ORDER BY 1, 2") == [
        (1, 1, "yes"),
        (1, 2, "no"),
        (2, 1, "yes"),
    ]


def test_a_corrected_choice_is_told_by_the_key_of_the_person(house):
    house.says(list_vote())
    changed = ballot(2, "Valid", choices=((1, "no"),))
    house.says(list_vote(ballots=(list_vote().ballots[0], changed)))
    assert revisions(house) == [("zz-house-1-3/zz-house-2/1", "choice", "yes", "no")]


def test_the_corrected_votes_of_a_candidate_are_told_in_words(house):
    house.says(list_vote())
    corrected = (Choice(number=1, label="Candidate A", votes=1), Choice(number=2, label="Candidate B"))
    house.says(list_vote(choices=corrected))
    assert revisions(house) == [("zz-house-1-3/1", "choice", "Candidate A, 2", "Candidate A, 1")]


def test_words_of_a_transaction_that_was_rolled_back_are_forgotten(house):
    house.db.execute("BEGIN")
    house.writer.store([vote()], house.provenance())
    house.db.execute("ROLLBACK")
    house.writer.forget()
    house.says(vote())
    assert len(ballots(house)) == 3


CAST = st.dictionaries(
    st.integers(1, 4), st.tuples(st.sampled_from(sorted(LABELS)), st.sampled_from(["Blue", "Green", None]))
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CAST, min_size=1, max_size=4))
def test_what_stands_is_what_the_source_said_last(said):
    house = House(blank_database())
    for cast in said:
        rows = tuple(ballot(number, label, faction=faction) for number, (label, faction) in cast.items())
        house.says(vote(declared=Tally()) if rows == () else vote(*rows, declared=Tally()))
        last = rows or vote().ballots
    standing = house.rows("SELECT person, label, faction FROM ballots WHERE withdrawn_at IS NULL")
    assert sorted(standing) == sorted((f"Member {b.family_name}", b.label, b.faction) for b in last)
    tally = count(last)
    assert counted(house) == (tally.yes, tally.no, tally.abstain, tally.present_not_voting, tally.absent)
    assert house.rows("SELECT * FROM revisions WHERE old_value IS new_value") == []
    house.db.close()
