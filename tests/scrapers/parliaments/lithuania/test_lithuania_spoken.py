"""What the database holds of an invented debate."""

import pytest
from blank import blank_database
from invented_seimas import (
    BLUE_BILL,
    GREEN_BILL,
    answer,
    course,
    faction,
    factions,
    member,
    members,
    post,
    question,
    sitting,
    vote,
)
from invented_seimas import sittings as listed
from invented_transcript import CHAIR, heading, item, transcript, turn
from test_lithuania_stored import Store

from db.checks import run_checks
from db.rows import ContradictionError
from db.speakers import settle_speeches

GREEN = member(1, post("Mėlynųjų frakcija", "2024-11-14", number="9999")).replace('"001"', '"Green"')
SITTING = listed(sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30"))
COURSE = course(question(-1, BLUE_BILL, "Priėmimas"))
TITLE = "Mėlynojo įstatymo projektas Nr. XVP-17(2) (<i>priėmimas</i>)"
SPOKEN = CHAIR, item("10.04", TITLE), turn("M. GREEN", "Prašau mano balsą įskaityti už.", "BLUE")
ANSWERS = (
    members(GREEN),
    factions(faction("BLUE", "Mėlynųjų frakcija", 1)),
    SITTING,
    COURSE,
    transcript(*SPOKEN),
)


@pytest.fixture
def store():
    db = blank_database()
    yield Store(db)
    db.close()


@pytest.fixture
def told(store):
    store.take(*ANSWERS)
    settle_speeches(store.db)
    return store


def test_a_turn_is_in_the_sitting_that_the_list_numbers(told):
    assert told.rows("SELECT DISTINCT sitting_key FROM speeches") == [("lt-seimas--502100",)]


def test_a_turn_is_about_the_bill_in_the_title_of_its_item(told):
    assert told.rows("SELECT bill_key FROM speeches ORDER BY position") == [(None,), ("lt-seimas-xvp-17",)]


def test_a_member_is_known_by_initials_and_name_on_that_day(told):
    found = told.rows(
        "SELECT persons.key, person_method FROM speeches JOIN persons ON persons.id = person_id"
    )
    assert found == [("lt-seimas-1", "name")]


def test_what_was_to_be_counted_stands_beside_the_ballots(told):
    assert told.rows("SELECT speech_key, option FROM ballot_corrections") == [("lt-seimas-10-41-1-1", "yes")]


AGENDA = "Seniūnų sueigos patikslinta darbotvarkė"
PACKAGE = "Mėlynojo (Nr. XVP-17(2)) ir Žaliojo (Nr. XVP-18) įstatymų projektai"


def voted(*votes, title=BLUE_BILL):
    """The course with these votes, and a transcript with items on the agenda, the bill and another matter."""
    spoken = CHAIR, item("10.04", AGENDA), CHAIR, item("10.09", TITLE), CHAIR, item("10.41", "Kita"), CHAIR
    return course(question(-1, title, "Priėmimas", *votes)), transcript(*spoken)


def via(store):
    return store.rows("SELECT vote_key, speech_key, via FROM vote_speeches ORDER BY 1, 2")


def test_the_turns_on_a_bill_belong_to_the_votes_on_it_in_the_sitting(store):
    store.take(*ANSWERS[:3], *voted(vote(-7, "dėl šio įstatymo priėmimo", "Priimta", "2025-05-08 10:40:30")))
    settle_speeches(store.db)
    assert via(store) == [("lt-seimas--7", "lt-seimas-10-41-2-1", "the bill in the same sitting")]


@pytest.mark.parametrize("title", ["Darbotvarkės tvirtinimas", PACKAGE], ids=["no bill", "two bills"])
def test_a_vote_on_no_one_bill_has_the_turns_of_the_item_in_whose_time_it_was_taken(store, title):
    taken = vote(-7, "dėl darbotvarkės", "Pritarta", "2025-05-08 10:08:59")
    package = course(question(-1, title, "", taken))
    if title == PACKAGE:
        package = course(question(-1, BLUE_BILL, "", taken), question(-2, GREEN_BILL, "", taken))
    store.take(*ANSWERS[:3], package, voted()[1])
    settle_speeches(store.db)
    assert via(store) == [("lt-seimas--7", "lt-seimas-10-41-1-1", "the item at the time of the vote")]


def test_a_bill_of_the_morning_that_is_voted_on_in_the_evening_is_joined_by_the_day(store):
    evening = sitting(-502101, 42, "2025-05-08 15:00", "2025-05-08 18:00")
    morning = sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30")
    taken = vote(-7, "dėl šio įstatymo priėmimo", "Priimta", "2025-05-08 15:30:00")
    voted_later = course(question(-1, BLUE_BILL, "Priėmimas", taken), sitting_id="-502101").body
    later = answer("ad_seimo_posedzio_eiga_full?posedzio_id=-502101", voted_later)
    store.take(*ANSWERS[:2], listed(morning, evening), COURSE, later, transcript(*SPOKEN))
    settle_speeches(store.db)
    assert via(store) == [("lt-seimas--7", "lt-seimas-10-41-1-1", "the bill on the same day")]


@pytest.mark.parametrize("clock", ["10:03:59", "10:09:30", "10:41:10", "10:55:00"])
def test_a_vote_in_the_minute_between_two_items_or_outside_of_them_has_no_turns(store, clock):
    taken = vote(-7, "dėl darbotvarkės", "Pritarta", f"2025-05-08 {clock}")
    store.take(*ANSWERS[:3], *voted(taken, title="Darbotvarkės tvirtinimas"))
    settle_speeches(store.db)
    assert via(store) == []


def test_a_transcript_told_again_writes_no_row(told):
    assert told.take(ANSWERS[4]) == 0


def test_a_draft_transcript_replaced_changes_the_words_and_the_mark_alone(store):
    draft = transcript(*SPOKEN[:2], turn("M. GREEN", "Prašau.", "BLUE"), head=heading(draft=True))
    store.take(*ANSWERS[:4], draft, ANSWERS[4])
    changed = store.rows("SELECT column_name, count(*) FROM revisions GROUP BY 1 ORDER BY 1")
    assert changed == [("is_draft", 2), ("text", 1)]


def test_a_transcript_of_a_sitting_that_nothing_has_listed_is_refused(store):
    with pytest.raises(ContradictionError, match="lt-seimas-10: the debates of sitting 41"):
        store.take(ANSWERS[4])


def test_no_check_finds_an_error_in_a_debate(told):
    findings = run_checks(told.db)
    assert [found for found in findings if found.severity == "error" and "lt-" in found.subject_key] == []
