"""What the database holds of an invented debate."""

import pytest
from invented_seimas import BLUE_BILL, course, faction, factions, member, members, post, question, sitting
from invented_seimas import sittings as listed
from invented_transcript import CHAIR, heading, item, transcript, turn
from test_lithuania_stored import Store

from db.checks import run_checks
from db.database import open_database
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
    db = open_database(":memory:")
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
