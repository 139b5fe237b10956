"""What the pages say of one invented day, put together in the database, in either order."""

import itertools

import pytest
from estonia_answers import (
    API,
    DRAFT_URL,
    VOTE_URL,
    WEB_VOTE_URL,
    a_bills_vote,
    a_draft,
    a_faction_spell,
    a_member,
    a_plenary,
    a_reading,
    a_sitting,
    a_vote,
    a_voting,
    a_web_vote,
    answer,
    page,
    uuid,
)
from estonia_store import rows, take

BALLOTS = "PPPPVEHH--"
VOTE = answer(VOTE_URL, a_vote(BALLOTS))
BILL = answer(DRAFT_URL, a_draft(a_reading("SECOND_READING", a_plenary(a_bills_vote(7)))))
DAY = answer(f"{API}/votings?startDate=2025-01-08&endDate=2025-01-08", [a_sitting(a_voting(BALLOTS))])
MEMBERS = answer(
    f"{API}/plenary-members",
    [
        a_member(a_faction_spell("Blue fraktsioon"), uuid=uuid(1000 + number), lastName=f"{number:03}")
        for number in range(1, len(BALLOTS) + 1)
    ],
)


@pytest.mark.parametrize("order", list(itertools.permutations([VOTE, BILL, DAY])))
def test_vote_bill_sitting_and_members_find_each_other_in_any_order(db, order):
    assert take(db, MEMBERS, *order) == ["stored"] * 4
    assert rows(db, "SELECT bill_key, sitting_key FROM votes") == [
        ("ee-riigikogu-15-11", "ee-riigikogu-202501081400")
    ]
    assert rows(db, "SELECT number, title FROM bills") == [("11 SE", "Ei millegi seadus")]
    assert rows(db, "SELECT start_date, term FROM sittings") == [("2025-01-08", "ee-riigikogu-15")]
    assert rows(db, "SELECT count(*) FROM persons") == [(len(BALLOTS),)]


def test_the_tallies_of_the_list_and_of_the_ballots_agree(db):
    take(db, VOTE, DAY)
    assert rows(db, "SELECT * FROM discrepancies") == []
    assert rows(db, "SELECT what, expected, collected FROM coverage ORDER BY what") == [
        ("transcripts", 1, 0),
        ("votes", 1, 1),
    ]


def test_ballots_and_memberships_speak_of_the_same_faction(db):
    take(db, VOTE, MEMBERS)
    assert rows(db, "SELECT key FROM factions") == [("ee-riigikogu-blue-fraktsioon",)]


def test_absent_and_present_without_voting_are_counted_apart(db):
    take(db, VOTE)
    assert rows(
        db, "SELECT option, count(*) FROM ballots WHERE option LIKE '%sent%' GROUP BY option ORDER BY option"
    ) == [("absent", 2), ("present_not_voting", 2)]


def test_the_site_speaks_of_the_same_vote_and_people_as_the_interface(db):
    take(db, VOTE, page(WEB_VOTE_URL, a_web_vote(BALLOTS, "Lõpphääletus")))
    assert rows(db, "SELECT count(*) FROM votes") == [(1,)]
    assert rows(db, "SELECT count(*) FROM persons") == [(len(BALLOTS),)]
    assert rows(db, "SELECT count(*) FROM revisions") == [(0,)]
    assert rows(db, "SELECT count(*) FROM reported_ballots") == [(len(BALLOTS),)]


def test_taken_in_twice_nothing_is_written(db):
    take(db, VOTE, BILL, DAY, MEMBERS)
    before = rows(db, "SELECT count(*) FROM revisions")
    assert take(db, VOTE, BILL, DAY, MEMBERS) == ["unchanged"] * 4
    assert rows(db, "SELECT count(*) FROM revisions") == before == [(0,)]


def test_a_veto_changes_the_type_of_a_bill_and_the_old_number_is_remembered(db):
    take(db, BILL)
    take(db, answer(DRAFT_URL, a_draft(draftTypeCode="UA")))
    assert rows(db, "SELECT key, number FROM bills") == [("ee-riigikogu-15-11", "11 UA")]
    assert ("number", "11 SE", "11 UA") in rows(db, "SELECT column_name, old_value, new_value FROM revisions")


def test_an_answer_that_is_refused_leaves_what_is_stored(db):
    take(db, VOTE)
    assert take(db, answer(VOTE_URL, a_vote(BALLOTS, inFavor=9))) == ["quarantined"]
    assert rows(db, "SELECT declared_yes FROM votes") == [(4,)]
