"""What a run changed is summed up anew, and nothing else; all is as if it were summed up from nothing."""

import pytest
from blank import blank_database
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_house import MOMENT, House, ballot, bill, list_vote, person, vote

from db.measures import refresh_measures
from db.measures.check import disagreements, is_current

LATER = "2025-03-01T10:00:00.000+00:00"
READ = ("vote_options", "vote_measures", "faction_votes", "member_measures", "member_agreements",
        "faction_agreements", "member_bills")  # fmt: skip
"""What people read; the numbers of places and rows depend on what came first."""


def summaries(house):
    """Everything that people read, in an order of its own."""
    facets = house.rows("SELECT chamber, term, year, faction_id, option, kind, ballots FROM ballot_facets")
    return {table: sorted(house.rows(f"SELECT * FROM {table}"), key=str) for table in READ} | {
        "facets": sorted(facets, key=str)
    }


def from_nothing(house):
    """The same, worked out for every vote and bill anew."""
    tables = ("vote_options", "vote_factions", "vote_places", "ballot_blocks", "member_terms", "member_pairs",
              "faction_pairs", "bill_ballots", "ballot_facets")  # fmt: skip
    for table in tables:
        house.db.execute(f"DELETE FROM {table}")
    house.db.execute("INSERT OR IGNORE INTO measure_pending SELECT 'vote', id FROM votes")
    house.db.execute("INSERT OR IGNORE INTO measure_pending SELECT 'bill', id FROM bills")
    refresh_measures(house.db)
    return summaries(house)


def pending(house):
    return house.rows("SELECT kind, subject_id FROM measure_pending")


def test_a_sound_house_is_summed_up_once(sound_house):
    assert is_current(sound_house.db)
    before = sound_house.db.conn.total_changes
    refresh_measures(sound_house.db)
    assert sound_house.db.conn.total_changes == before


@pytest.mark.parametrize(
    ("ballots", "waits"),
    [
        ([ballot(1), ballot(2), ballot(3, "Nay", faction="Green")], []),
        ([ballot(1), ballot(2), ballot(3, "Nay", faction="Green"), ballot(4)], [("vote", 1)]),
    ],
    ids=["the same ballots", "one ballot more"],
)
def test_a_vote_waits_if_a_ballot_was_added_to_it(sound_house, ballots, waits):
    details = {"bill": "zz-house-bill-7", "sitting": "zz-house-1-s4", "is_final": True, "threshold": 2}
    sound_house.says(vote(*ballots, **details))
    assert pending(sound_house) == waits


def test_a_vote_without_ballots_waits_for_nothing(sound_house):
    sound_house.says(vote(key="zz-house-1-9", ballots=(), ballots_status="not_collected"))
    assert pending(sound_house) == []


def test_saying_the_same_again_leaves_nothing_to_do(sound_house):
    sound_house.says(vote(bill="zz-house-bill-7", sitting="zz-house-1-s4", is_final=True, threshold=2))
    assert pending(sound_house) == []


CHANGES = {
    "a_new_ballot": [("says", vote(ballot(1), ballot(2), ballot(3, "Nay", faction="Green"), ballot(4)))],
    "another_option": [("says", vote(ballot(1, "Nay"), ballot(2), ballot(3, "Nay", faction="Green")))],
    "another_faction": [
        ("says", vote(ballot(1, faction="Green"), ballot(2), ballot(3, "Nay", faction="Green")))
    ],
    "a_ballot_that_is_gone": [("says", vote(ballot(1), ballot(2)))],
    "a_vote_declared_void": [
        ("damage", "UPDATE votes SET is_annulled = 1, outcome = 'annulled' WHERE id = 1")
    ],
    "a_vote_published_after_all": [
        ("damage", "UPDATE votes SET ballots_status = 'published', counted_absent = 0 WHERE id = 4")
    ],
    "a_vote_of_another_year": [("damage", "UPDATE votes SET date = '2024-12-31' WHERE id = 1")],
    "a_vote_of_another_term": [("damage", "UPDATE votes SET term = 'zz-senate-1' WHERE id = 1")],
    "a_quorum_check": [("damage", "UPDATE votes SET meaning_of_yes = 'quorum check' WHERE id = 1")],
    "a_vote_on_a_list": [("damage", "INSERT INTO vote_choices VALUES (1, 1, 'Candidate A', 2)")],
    "persons_joined": [
        ("says", person(4)),
        ("damage", "UPDATE vote_ballots SET person_id = 4 WHERE person_id = 1"),
    ],
    "a_vote_taken_away": [
        ("damage", "DELETE FROM vote_ballots WHERE vote_id = 1"),
        ("damage", "DELETE FROM vote_bills WHERE vote_id = 1"),
        ("damage", "DELETE FROM votes WHERE id = 1"),
    ],
    "a_bill_no_longer_tracked": [("damage", "UPDATE bills SET is_tracked = 0")],
    "a_vote_that_concerns_another_bill": [
        ("says", bill(key="zz-house-bill-8", number="8", is_tracked=True)),
        ("damage", "DELETE FROM vote_bills WHERE vote_id = 1"),
        ("damage", "INSERT INTO vote_bills SELECT 1, max(id), 'stated' FROM bills"),
    ],
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_comes_to_the_same_as_starting_from_nothing(sound_house, change):
    before = summaries(sound_house)
    for how, what in CHANGES[change]:
        getattr(sound_house, how)(what)
    refresh_measures(sound_house.db)
    found = summaries(sound_house)
    assert disagreements(sound_house.db) == []
    assert found != before
    assert found == from_nothing(sound_house)


def test_what_did_not_change_is_left_alone(sound_house):
    sound_house.says(vote(key="zz-house-1-9", number=9, time=None))
    assert pending(sound_house) == [("vote", 5)]
    rows = sound_house.rows("SELECT id, vote_id FROM vote_factions WHERE vote_id <> 5")
    refresh_measures(sound_house.db)
    assert sound_house.rows("SELECT id, vote_id FROM vote_factions WHERE vote_id <> 5") == rows


def test_a_corrected_vote_keeps_its_place(sound_house):
    places = sound_house.rows("SELECT * FROM vote_places")
    sound_house.says(vote(ballot(1, "Nay"), ballot(2), ballot(3, "Nay", faction="Green")), at=LATER)
    refresh_measures(sound_house.db)
    assert sound_house.rows("SELECT * FROM vote_places") == places


def test_places_are_numbered_within_a_term(house):
    for number in range(1, 4):
        house.says(vote(key=f"zz-house-1-{number}", number=number, time=None))
        house.says(
            vote(ballot(1), key=f"zz-senate-1-{number}", chamber="zz-senate", term="zz-senate-1", time=None)
        )
    house.says(list_vote(key="zz-house-1-9"))
    refresh_measures(house.db)
    found = house.rows(
        "SELECT term, place FROM vote_places JOIN measured_terms ON id = term_id ORDER BY term, place"
    )
    assert found == [
        ("zz-house-1", None), *(("zz-house-1", place) for place in range(3)),
        *(("zz-senate-1", place) for place in range(3)),
    ]  # fmt: skip


def test_more_votes_than_a_block_has_places_are_all_compared(house):
    house.says(*(vote(key=f"zz-house-1-{number}", number=number, time=None) for number in range(1, 131)))
    refresh_measures(house.db)
    assert house.row("SELECT count(DISTINCT block) FROM ballot_blocks") == (3,)
    assert house.rows("SELECT shared, agreed FROM member_agreements") == [(130, 130), (130, 0), (130, 0)]
    assert disagreements(house.db) == []


def test_a_run_that_is_cut_off_leaves_what_waits(sound_house, monkeypatch):
    sound_house.says(vote(key="zz-house-1-9", number=9, time=None))
    before = summaries(sound_house)

    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("db.measures._sum_term", fail)
    with pytest.raises(KeyboardInterrupt):
        refresh_measures(sound_house.db)
    assert pending(sound_house) == [("vote", 5)]
    assert summaries(sound_house) == before


def test_a_bill_that_is_not_tracked_is_not_summed_up(house):
    house.says(bill(), vote(bill="zz-house-bill-7"))
    refresh_measures(house.db)
    assert house.rows("SELECT * FROM member_bills") == []


def test_ballots_on_a_tracked_bill_are_summed_up(sound_house):
    assert sound_house.rows(
        "SELECT person, ballots, yes, no, with_a_line FROM member_bills ORDER BY person"
    ) == [
        ("Member 001", 1, 1, 0, 0),
        ("Member 002", 1, 1, 0, 0),
        ("Member 003", 1, 0, 1, 0),
    ]


def test_facets_are_by_what_a_vote_was(sound_house):
    assert sound_house.rows("SELECT kind, option, sum(ballots) FROM ballot_facets GROUP BY 1, 2") == [
        ("final vote", "no", 1),
        ("final vote", "yes", 2),
        ("for the bill", "yes", 1),
        ("for the candidate", "choice", 2),
    ]


def test_the_triggers_are_there_after_all_migrations(house):
    found = house.rows(
        "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'measure_%'"
    )
    assert {table for (table,) in found} == {"vote_ballots", "votes", "vote_choices", "vote_bills", "bills"}


LETTERS = st.sampled_from(("Aye", "Nay", "Blank", "Here", "Away", "Excused", None))
SIDES = st.sampled_from(("Blue", "Green", None))
ROLLS = st.lists(st.lists(st.tuples(LETTERS, SIDES), min_size=5, max_size=5), min_size=1, max_size=5)


def said(number, roll, status):
    cast = [
        ballot(who, label, faction=side) for who, (label, side) in enumerate(roll, 1) if label is not None
    ] or [ballot(1)]
    return vote(*cast, key=f"zz-house-1-{number}", number=number, time=None, ballots_status=status)


@settings(max_examples=25, deadline=None)
@given(ROLLS, ROLLS, st.sampled_from(("published", "partial")))
def test_whatever_is_said_and_corrected_both_computations_come_to_the_same(first, corrected, status):
    house = House(blank_database())
    for rolls, moment in ((first, MOMENT), (corrected, LATER)):
        for number, roll in enumerate(rolls, 1):
            house.says(said(number, roll, status if number == 1 else "published"), at=moment)
        refresh_measures(house.db)
        assert disagreements(house.db) == []
    assert summaries(house) == from_nothing(house)
    house.db.close()


def naive_pairs(house):
    """Agreement by way of every two ballots in every vote, in SQL that knows of no bits."""
    return house.rows("""
        WITH voted AS (
            SELECT vote_id, person_id, option FROM vote_ballots
            JOIN ballot_labels ON ballot_labels.id = label_id JOIN measured_votes USING (vote_id)
            WHERE option IN ('yes', 'no', 'abstain') AND withdrawn_at IS NULL
        )
        SELECT one.person_id, other.person_id, count(*), sum(one.option = other.option)
        FROM voted AS one JOIN voted AS other USING (vote_id) WHERE one.person_id < other.person_id
        GROUP BY 1, 2 ORDER BY 1, 2
    """)


@settings(max_examples=25, deadline=None)
@given(ROLLS)
def test_pairs_are_what_every_two_ballots_come_to(rolls):
    house = House(blank_database())
    house.says(*(said(number, roll, "published") for number, roll in enumerate(rolls, 1)))
    refresh_measures(house.db)
    stored = house.rows(
        "SELECT one_id, other_id, shared, agreed FROM member_pairs WHERE shared > 0 ORDER BY 1, 2"
    )
    assert stored == naive_pairs(house)
    house.db.close()
