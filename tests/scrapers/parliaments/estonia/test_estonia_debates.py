"""What becomes of verbatim records in the database, beside the votes, bills and members of the same day."""

import itertools

import pytest
from estonia_answers import (
    API,
    DRAFT_URL,
    VERBATIMS_URL,
    VOTE_URL,
    a_bills_vote,
    a_draft,
    a_faction_spell,
    a_member,
    a_plenary,
    a_reading,
    a_turn,
    a_verbatim,
    a_vote,
    a_voting_event,
    an_item,
    answer,
    uuid,
)
from estonia_store import rows, take

CHAIR = "Aseesimees Member 001"
KEY = "ee-riigikogu-202501081400-140030"
TALLY = "Selle poolt hääletas 2 Riigikogu liiget, vastu 1, erapooletuid 1."


def members(*names):
    listed = [
        a_member(a_faction_spell("Blue fraktsioon"), uuid=uuid(1000 + number), lastName=name)
        for number, name in enumerate(names, 1)
    ]
    return answer(f"{API}/plenary-members", listed)


def debates(*events, **changes):
    return answer(VERBATIMS_URL, [a_verbatim(an_item(*events), **changes)])


BILL = answer(DRAFT_URL, a_draft(a_reading("SECOND_READING", a_plenary(a_bills_vote(7)))))
VOTE = answer(VOTE_URL, a_vote(startDateTime="2025-01-08T14:10:00.4"))
DEBATE = debates(
    a_turn(CHAIR, "Palun!", uuid=uuid(1001)),
    a_turn("Member 002", "Words.", "14:05:00", uuid=None),
    a_voting_event(),
    a_turn(CHAIR, TALLY, "14:10:30", uuid=uuid(1001)),
)
UNLINKED = debates(a_turn(), a_voting_event(link=""), a_turn(CHAIR, TALLY, "14:10:30"))


@pytest.mark.parametrize("order", list(itertools.permutations([BILL, VOTE, DEBATE])))
def test_debate_bill_and_vote_find_each_other_in_any_order(db, order):
    assert take(db, members("001", "002"), *order) == ["stored"] * 4
    assert rows(db, "SELECT DISTINCT bill_key, sitting_key FROM speeches") == [
        ("ee-riigikogu-15-11", "ee-riigikogu-202501081400")
    ]
    assert rows(db, "SELECT vote_key, count(*) FROM vote_speeches") == [(f"ee-riigikogu-{uuid(7)}", 3)]
    assert rows(db, "SELECT field, official_value, other_value FROM discrepancies") == []


def test_a_speaker_without_an_identifier_is_found_by_name(db):
    take(db, members("001", "002"), DEBATE)
    assert rows(db, "SELECT position, person_method, faction FROM speeches ORDER BY position") == [
        (1, "identifier", "Blue fraktsioon"),
        (2, "name", "Blue fraktsioon"),
        (3, "identifier", "Blue fraktsioon"),
    ]


def test_of_two_members_of_one_name_neither_is_taken_for_the_speaker(db):
    take(db, members("001", "002", "002"), DEBATE)
    assert rows(db, "SELECT person_id, person_method FROM speeches WHERE position = 2") == [(None, None)]


def test_a_tally_read_out_otherwise_is_a_discrepancy_and_changes_nothing(db):
    spoken = a_turn(CHAIR, "Selle poolt hääletas 3 liiget, vastu 1, erapooletuid 1.", "14:10:30")
    take(db, VOTE, debates(a_voting_event(), spoken))
    assert rows(db, "SELECT field, official_value, other_value, other_place FROM discrepancies") == [
        ("yes", 2, 3, "read out by the chair")
    ]
    assert rows(db, "SELECT declared_yes, counted_yes FROM votes") == [(2, 2)]


def test_trap_a_vote_without_a_link_is_found_by_its_time_within_the_item(db):
    take(db, BILL, VOTE, UNLINKED)
    assert rows(db, "SELECT * FROM item_votes") == [(KEY, f"ee-riigikogu-{uuid(7)}", "derived")]
    assert rows(db, "SELECT DISTINCT via FROM vote_speeches") == [("the bill in the same sitting",)]


def test_trap_a_vote_that_was_broken_off_is_superseded_by_the_one_that_the_transcript_links(db):
    again = f"{API}/votings/{uuid(8)}"
    first = answer(VOTE_URL, a_vote(startDateTime="2025-01-08T14:05:20"))
    second = answer(again, a_vote(uuid=uuid(8), startDateTime="2025-01-08T14:10:00"))
    take(db, BILL, first, second, debates(a_turn(), a_voting_event(8), a_turn(CHAIR, TALLY)))
    assert rows(db, "SELECT vote_key, superseded_by FROM superseded_votes") == [
        (f"ee-riigikogu-{uuid(7)}", f"ee-riigikogu-{uuid(8)}")
    ]
    assert rows(db, "SELECT count(*), sum(is_final) FROM votes") == [(2, 2)]


def test_taken_in_twice_nothing_is_written(db):
    take(db, members("001", "002"), BILL, VOTE, DEBATE)
    before = rows(db, "SELECT count(*) FROM revisions")
    assert take(db, BILL, VOTE, DEBATE) == ["unchanged"] * 3
    assert rows(db, "SELECT count(*) FROM revisions") == before == [(0,)]


def test_an_edited_turn_is_a_revision_of_its_text(db):
    take(db, debates(a_turn(text="Before.")))
    take(db, debates(a_turn(text="After.")))
    assert rows(db, "SELECT row_key, old_value, new_value FROM revisions") == [
        (f"{KEY}-1", "Before.", "After.")
    ]


def test_a_record_that_is_refused_leaves_the_turns_that_are_stored(db):
    take(db, debates(a_turn()))
    assert take(db, answer(VERBATIMS_URL, [])) == ["quarantined"]
    assert rows(db, "SELECT text, withdrawn_at FROM speeches") == [("Words.", None)]


def test_transcripts_that_did_not_come_are_counted_as_missing(db):
    what = "SELECT expected, collected FROM coverage WHERE what = 'transcripts'"
    take(db, BILL)
    assert rows(db, what) == [(1, 0)]
    take(db, DEBATE)
    assert rows(db, what) == [(1, 1)]


def test_a_transcript_without_words_is_not_taken_for_one(db):
    take(db, BILL, debates(a_turn(text=None)))
    assert rows(db, "SELECT expected, collected FROM coverage WHERE what = 'transcripts'") == [(1, 0)]
    assert rows(db, "SELECT expected, collected FROM coverage WHERE what = 'speeches'") == [(1, 1)]
