"""What becomes of the Eduskunta's answers in the database."""

import datetime as dt
import json

import pytest
from blank import blank_database
from eduskunta_stored import take
from invented_eduskunta import BALLOTS, answer, ballot, matter, member, speech_search, turn, vote

from scrapers.parliaments.finland.windows import speeches_of

DAY = json.dumps(speeches_of(2025, dt.date(2025, 3, 4))).encode()
NEXT_DAY = json.dumps(speeches_of(2025, dt.date(2025, 3, 5))).encode()


@pytest.fixture
def db():
    database = blank_database()
    yield database
    database.close()


def speeches(*turns, body=DAY):
    return answer("search", speech_search(*turns), "POST", body)


def test_a_member_who_took_another_name_is_one_person_with_a_name_for_each_ballot(db):
    """As the real member 1380, who took another family name between two votes."""
    later = [{**BALLOTS[0], "sukunimi": "001-new"}, *BALLOTS[1:]]
    take(
        db,
        answer("taysistunnot/aanestykset/2025-3-2", vote()),
        answer("taysistunnot/aanestykset/2025-3-3", vote(*later, id="2025-3-3", aanestysnumero="3")),
    )
    found = db.execute(
        "SELECT count(DISTINCT vote_ballots.person_id), group_concat(DISTINCT person_names.family_name)"
        " FROM vote_ballots JOIN person_names ON person_names.id = vote_ballots.name_id"
        " JOIN person_identifiers ON person_identifiers.person_id = vote_ballots.person_id"
        " WHERE person_identifiers.identifier = '1'"
    ).fetchone()
    assert found == (1, "001,001-new")


def test_a_member_who_changed_group_is_one_person_with_a_group_for_each_ballot(db):
    """As the real member 1452, who went from one group to another between two votes."""
    later = [ballot(1, "Jaa", "green"), *BALLOTS[1:]]
    take(
        db,
        answer("taysistunnot/aanestykset/2025-3-2", vote()),
        answer("taysistunnot/aanestykset/2025-3-3", vote(*later, id="2025-3-3", aanestysnumero="3")),
    )
    found = db.execute("SELECT vote_key, faction FROM ballots WHERE person LIKE '%001' ORDER BY vote_key")
    assert found.fetchall() == [("fi-eduskunta-2025-3-2", "blue"), ("fi-eduskunta-2025-3-3", "green")]
    assert db.execute("SELECT count(*) FROM persons WHERE family_name = '001'").fetchone() == (1,)


def test_the_number_that_ballots_and_members_have_under_two_names_is_one_person(db):
    take(
        db,
        answer("taysistunnot/aanestykset/2025-3-2", vote()),
        answer("kansanedustajat/1", member(1)),
    )
    found = db.execute("SELECT key, birth_year FROM persons WHERE family_name = '001'").fetchall()
    assert [year for _, year in found] == [1970]


def test_two_votes_on_one_bill_with_equal_tallies_are_two_votes(db):
    """As on real treaty bills: one vote on the treaty and one on its act."""
    take(
        db,
        answer("taysistunnot/aanestykset/2025-3-2", vote()),
        answer("taysistunnot/aanestykset/2025-3-3", vote(id="2025-3-3", aanestysnumero="3")),
    )
    found = db.execute("SELECT count(*), count(DISTINCT bill_key), count(DISTINCT counted_yes) FROM votes")
    assert found.fetchone() == (2, 1, 1)


def test_the_fate_of_a_bill_is_what_the_matter_says_and_not_what_a_vote_came_to(db):
    lost = [ballot(number, "Ei") for number in range(1, 4)]
    take(
        db,
        answer("valtiopaivaasiat/HE%207%2F2025%20vp", matter()),
        answer("taysistunnot/aanestykset/2025-3-2", vote(*lost)),
    )
    found = db.execute("SELECT decision, outcome FROM bills JOIN votes ON votes.bill_key = bills.key")
    assert found.fetchall() == [("Hyväksytty", "rejected")]


def test_the_sides_of_the_house_are_rows(db):
    take(db, answer("taysistunnot/aanestykset/2025-3-2", vote()))
    found = db.execute("SELECT label, yes, no, abstain, absent FROM vote_breakdowns WHERE kind = 'side'")
    assert found.fetchall() == [("Kaikki", 2, 1, 1, 1)]


def test_a_turn_is_stored_with_its_person_bill_and_moment_in_utc(db):
    assert take(db, speeches(turn())) == ["stored"]
    found = db.execute(
        "SELECT speeches.key, bill_key, start_time, person_method, faction, persons.family_name"
        " FROM speeches JOIN persons ON persons.id = person_id"
    ).fetchall()
    assert found == [
        (
            "fi-eduskunta-puh-3-2025-4-1-1",
            "fi-eduskunta-he-7-2025",
            "2025-03-04T12:00:00.000+00:00",
            "identifier",
            "blue",
            "001",
        )
    ]


def test_the_turns_of_another_day_are_left_alone_though_they_come_from_the_same_address(db):
    other = turn(1, "2025-03-05T12:00:00+00:00", sitting="4/2025")
    take(db, speeches(turn()), speeches(other, body=NEXT_DAY))
    assert db.execute("SELECT count(*) FROM speeches WHERE withdrawn_at IS NULL").fetchone() == (2,)


def test_a_turn_that_its_day_no_longer_shows_is_marked(db):
    take(db, speeches(turn(1), turn(2)), speeches(turn(1)))
    found = db.execute("SELECT key FROM speeches WHERE withdrawn_at IS NOT NULL").fetchall()
    assert found == [("fi-eduskunta-puh-3-2025-4-1-2",)]


def test_a_draft_that_was_approved_is_one_turn_with_its_old_words_remembered(db):
    take(db, speeches(turn(tila="Luonnos", text="Tämä on luonnos")), speeches(turn(text="Tämä on hyvä")))
    assert db.execute("SELECT text, is_draft FROM speeches").fetchall() == [("Tämä on hyvä", 0)]
    old = db.execute("SELECT old_value FROM revisions WHERE column_name = 'text'").fetchall()
    assert old == [("Tämä on luonnos",)]


def test_a_bad_answer_leaves_the_turns_of_its_day_as_they_were(db):
    bad = answer("search", speech_search(turn(2, None)), "POST", DAY)
    assert take(db, speeches(turn())) + take(db, bad) == ["stored", "quarantined"]
    assert db.execute("SELECT count(*) FROM speeches WHERE withdrawn_at IS NULL").fetchone() == (1,)
