"""The second computation notices every figure that is not what the ballots come to."""

import pytest
from invented_house import MOMENT

from db.checks import run_checks
from db.measures.check import AT_MOST, disagreements
from db.measures.recount import Vote, share

VOTE = "zz-house-1-1"
TERM = "member_agreements of zz-house-1"

ONE_MORE = "SELECT id, 2025, 1, 2, 7, 0 FROM measured_terms"
SUMS = "2, 2, 0, 0, 0, 0, 0, 0, 0, 0"
"""The ballots of Blue in the first vote, by option, after their number."""

NO = "1, 0, 1, 0, 0, 0, 0"
"""What a member did who voted no once, but for lines and attendance."""

WRONG = {
    "an_option": (
        "UPDATE vote_options SET ballots = 3 WHERE vote_id = 1 AND option = 'yes'",
        "vote_options yes: stored 3, counted 2",
    ),
    "an_index": (
        "UPDATE vote_factions SET rice = 1.0 WHERE vote_id = 1 AND faction_id = 1",
        f"vote_factions 1: stored {SUMS}, -, -, 1.0, -, counted {SUMS}, -, -, -, -",
    ),
    "a_turnout": (
        "UPDATE vote_places SET place = NULL WHERE vote_id = 1",
        f"vote_measures {VOTE}: stored -, -, -, -, -, counted 3, 0, 0.6, 0, 0",
    ),
    "a_facet": (
        "DELETE FROM ballot_facets WHERE option = 'no'",
        "ballot_facets zz-house, zz-house-1, 2025, 2, no, final vote: stored nothing, counted 1",
    ),
    "a_member": (
        "UPDATE member_terms SET against = 1 WHERE person_id = 3",
        f"member_measures zz-house-1, zz-house-3: stored {NO}, 0, 1, 1, 1, -, counted {NO}, 0, 0, 1, 1, -",
    ),
    "a_pair": (
        "UPDATE member_pairs SET agreed = 0 WHERE one_id = 1 AND other_id = 2",
        f"{TERM} zz-house-1, zz-house-2: stored 1, 0, -, counted 1, 1, -",
    ),
    "a_pair_of_factions": (
        f"INSERT INTO faction_pairs {ONE_MORE}",
        "faction_agreements zz-house-1, 2025, zz-house-blue, zz-house-green: stored 7, 0, -, counted nothing",
    ),
    "a_bill": (
        "UPDATE bill_ballots SET yes = 5 WHERE person_id = 1",
        "bill_ballots 1, 1: stored 1, 5, 0, 0, 0, 0, 0, 0, 0, counted 1, 1, 0, 0, 0, 0, 0, 0, 0",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_figure_is_noticed(sound_house, wrong):
    damage, expected = WRONG[wrong]
    sound_house.damage(damage)
    assert [message for _, message in disagreements(sound_house.db)] == [expected]


def test_a_wrong_figure_is_a_finding_of_the_check(sound_house):
    sound_house.damage("UPDATE member_pairs SET agreed = 0 WHERE one_id = 1 AND other_id = 2")
    (found,) = run_checks(sound_house.db)
    assert (found.invariant, found.severity) == ("measures_are_what_ballots_come_to", "error")


def test_nothing_is_compared_while_something_waits(sound_house):
    sound_house.damage(
        "UPDATE member_pairs SET agreed = 0", f"UPDATE vote_ballots SET withdrawn_at = '{MOMENT}'"
    )
    assert disagreements(sound_house.db) == []


def test_of_many_differences_some_are_told(sound_house):
    rows = "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 50)"
    sound_house.damage(f"{rows} INSERT INTO bill_ballots SELECT 1, i, 1, 1, 0, 0, 0, 0, 0, 0, 0 FROM n")
    assert len(disagreements(sound_house.db)) == AT_MOST


def test_a_house_without_ballots_agrees(house):
    assert disagreements(house.db) == []


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(9, 9, None), (0, 10, 0.0), (1, 10, 0.1), (0, 0, None)]
)
def test_a_share_of_fewer_than_ten_is_not_told(part, whole, expected):
    assert share(part, whole) == expected


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"is_final": 1}, "final vote"),
        ({"meaning_of_yes": "for the amendment"}, "for the amendment"),
        ({}, "not known"),
    ],
)
def test_the_kind_of_a_vote_is_final_or_what_a_yes_meant(changes, kind):
    row = {
        "id": 1,
        "key": VOTE,
        "chamber": "zz-house",
        "term": "zz-house-1",
        "date": "2025-01-15",
        "is_final": 0,
        "is_annulled": 0,
        "meaning_of_yes": None,
        "ballots_status": "published",
        "lists_absent": 1,
        "is_on_a_list": 0,
    }
    assert Vote(**(row | changes)).kind == kind
