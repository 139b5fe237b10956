"""Small votes whose measures were worked out by hand, from the definitions of docs/methodology.md alone."""

import datetime as dt

import pytest
from invented_house import ballot, list_vote, secret_vote, vote

from db.measures import refresh_measures
from db.measures.check import disagreements
from db.records import Breakdown, Tally

KEY = "zz-house-1-1"


def cast(faction, letters, first=1):
    """The ballots of one faction: `+` yes, `-` no, `0` abstains, `p` present, `a` absent, `e` excused."""
    labels = {"+": "Aye", "-": "Nay", "0": "Blank", "p": "Here", "a": "Away", "e": "Excused"}
    return [ballot(number, labels[letter], faction=faction) for number, letter in enumerate(letters, first)]


@pytest.fixture
def hears(house):
    """Take in records, bring the measures up to date, and see that both computations come to the same."""

    def hear(*records, **how):
        house.says(*records, **how)
        refresh_measures(house.db)
        assert disagreements(house.db) == []
        return house

    return hear


def factions(house, key=KEY):
    """Line, against, Rice index and agreement index of each faction."""
    rows = house.rows(
        "SELECT faction, line, against, rice, agreement_index FROM faction_votes WHERE vote_key = ?", key
    )
    return {faction: tuple(figures) for faction, *figures in rows}


def measures(house, key=KEY, columns="voted, present_not_voting, absent, not_listed, turnout"):
    return house.row(f"SELECT {columns} FROM vote_measures WHERE vote_key = ?", key)


def test_the_line_is_what_more_than_half_of_those_voting_did(hears):
    house = hears(vote(*cast("Blue", "+++-0")))
    # Three of five. Rice: |3 - 1| / 4. Agreement: (3 - (5 - 3) / 2) / 5.
    assert factions(house) == {"Blue": ("yes", 2, 0.5, 0.4)}


def test_abstaining_can_be_a_line(hears):
    house = hears(vote(*cast("Blue", "000+")))
    # Of yes and no there is one only, too few for a Rice index. Agreement: (3 - 1 / 2) / 4.
    assert factions(house) == {"Blue": ("abstain", 1, None, 0.625)}


def test_a_tie_is_no_line(hears):
    house = hears(vote(*cast("Blue", "++--")))
    assert factions(house) == {"Blue": (None, None, 0.0, 0.25)}


def test_half_and_half_of_two_others_is_no_line(hears):
    house = hears(vote(*cast("Blue", "++-0")))
    # Two of four are no more than half. Rice is that of three. Agreement: (2 - 2 / 2) / 4.
    assert factions(house) == {"Blue": (None, None, 1 / 3, 0.25)}


def test_a_three_way_split_agrees_in_nothing(hears):
    house = hears(vote(*cast("Blue", "+-0")))
    assert factions(house) == {"Blue": (None, None, None, 0.0)}


def test_a_united_faction_is_wholly_of_one_mind(hears):
    house = hears(vote(*cast("Blue", "---")))
    assert factions(house) == {"Blue": ("no", 0, 1.0, 1.0)}


def test_a_faction_of_which_two_voted_has_no_line(hears):
    house = hears(vote(*cast("Blue", "++"), *cast("Green", "++aap", 10)))
    nothing = (None, None, None, None)
    assert factions(house) == {"Blue": nothing, "Green": nothing}


def test_members_without_a_faction_have_no_line(hears):
    house = hears(vote(*cast(None, "++++")))
    assert factions(house) == {None: (None, None, None, None)}


def test_a_label_of_those_who_belong_to_no_faction_has_no_line(hears, house):
    house.db["unattached_labels"].insert({"chamber": "zz-house", "label": "Others"})
    hears(vote(*cast("Others", "++++")))
    assert factions(house) == {"Others": (None, None, None, None)}


def test_a_vote_from_which_everyone_was_absent_has_no_lines_and_no_turnout_but_zero(hears):
    house = hears(vote(*cast("Blue", "aae"), declared=Tally(yes=0, no=0, abstain=0)))
    assert factions(house) == {"Blue": (None, None, None, None)}
    assert measures(house) == (0, 0, 3, 2, 0.0)


def test_turnout_is_of_all_seats(hears):
    house = hears(vote(*cast("Blue", "++0pa")))
    # The house has five seats: three voted, one was there, one was not.
    assert measures(house) == (3, 1, 1, 0, 0.6)


def test_where_the_absent_are_not_listed_nothing_is_said_of_them(hears):
    house = hears(vote(*cast("Blue", "++0"), lists_absent=False))
    assert measures(house) == (3, 0, None, 2, 0.6)


def test_a_decision_by_consensus_has_no_measures(hears):
    house = hears(secret_vote(method="consensus", ballots_status="consensus"))
    assert factions(house, "zz-house-1-2") == {}
    assert measures(house, "zz-house-1-2") == (None,) * 5


def test_some_ballots_are_counted_and_nothing_is_concluded(hears):
    house = hears(vote(*cast("Blue", "+++-"), ballots_status="partial"))
    assert house.row("SELECT yes, no FROM faction_votes") == (3, 1)
    assert factions(house) == {"Blue": (None, None, None, None)}
    assert measures(house) == (None,) * 5
    assert house.rows("SELECT * FROM member_terms") == house.rows("SELECT * FROM member_pairs") == []


@pytest.mark.parametrize(
    "changes", [{"meaning_of_yes": "quorum check"}, {"is_annulled": True, "outcome": "annulled"}]
)
def test_a_vote_that_decides_nothing_has_no_measures(hears, changes):
    house = hears(vote(*cast("Blue", "+++-"), **changes))
    assert factions(house) == {"Blue": (None, None, None, None)}
    assert measures(house) == (None,) * 5


def test_a_vote_on_a_list_has_no_measures(hears):
    house = hears(list_vote())
    assert factions(house, "zz-house-1-3") == {"Blue": (None, None, None, None)}
    assert house.rows("SELECT option, ballots FROM vote_options") == [("choice", 2)]


def test_a_member_is_held_against_the_faction_of_the_day(hears):
    first = vote(*cast("Blue", "+++-"), *cast("Green", "---", 10))
    # Member 004 changes sides, and does the same again.
    second = vote(
        *cast("Blue", "+++"), *cast("Green", "-", 4), *cast("Green", "---", 10),
        key="zz-house-1-5", number=5, date=dt.date(2025, 1, 16), time=None,
    )  # fmt: skip
    house = hears(first, second)
    assert house.row(
        "SELECT yes, no, with_a_line, against FROM member_measures WHERE person = 'Member 004'"
    ) == (0, 2, 2, 1)
    assert house.rows("SELECT faction, ballots, against FROM faction_votes ORDER BY vote_key, faction") == [
        ("Blue", 4, 1),
        ("Green", 3, 0),
        ("Blue", 3, 0),
        ("Green", 4, 0),
    ]


def test_absence_is_no_dissent(hears):
    votes = [
        vote(*cast("Blue", letters), key=f"zz-house-1-{number}", number=number, time=None)
        for number, letters in enumerate(("++", "+-", "+a", "p-", "00"), 1)
    ]
    house = hears(*votes)
    assert house.rows("SELECT one, other, shared, agreed, agreement FROM member_agreements") == [
        ("Member 001", "Member 002", 3, 2, None)
    ]


def test_a_share_is_told_from_ten_votes_on(hears):
    votes = [
        vote(
            *cast("Blue", "+-" if number < 3 else "++"), key=f"zz-house-1-{number}", number=number, time=None
        )
        for number in range(1, 11)
    ]
    house = hears(*votes[:9])
    query = "SELECT shared, agreed, agreement FROM member_agreements"
    assert house.rows(query) == [(9, 7, None)]
    hears(votes[9])
    assert house.rows(query) == [(10, 8, 0.8)]


def test_attendance_is_of_votes_that_list_the_absent_and_is_told_from_ten_on(hears):
    letters = "++++++p-0aea"
    votes = [
        vote(*cast("Blue", letter), key=f"zz-house-1-{number}", number=number, time=None)
        for number, letter in enumerate(letters, 1)
    ]
    unlisted = vote(*cast("Blue", "+"), key="zz-house-1-90", number=90, time=None, lists_absent=False)
    house = hears(*votes[:9], unlisted)
    query = "SELECT ballots, attended, attendance_votes, attendance FROM member_measures"
    assert house.rows(query) == [(10, 9, 9, None)]
    hears(*votes[9:])
    assert house.rows(query) == [(13, 9, 12, 0.75)]


def test_factions_agree_where_both_have_a_line_and_it_is_the_same(hears):
    both = [("+++", "+++"), ("+++", "---"), ("++-", "+++"), ("++--", "+++"), ("++", "+++")]
    votes = [
        vote(
            *cast("Blue", blue),
            *cast("Green", green, 10),
            key=f"zz-house-1-{number}",
            number=number,
            time=None,
        )
        for number, (blue, green) in enumerate(both, 1)
    ]
    house = hears(*votes)
    assert house.rows("SELECT term, year, one, other, shared, agreed, agreement FROM faction_agreements") == [
        ("zz-house-1", 2025, "Blue", "Green", 3, 2, None)
    ]


def test_closeness_is_told_where_the_threshold_is_known(hears):
    house = hears(vote(declared=Tally(yes=2, no=1), threshold=1))
    assert measures(house, columns="lead, threshold, margin, margin_share") == (1, 1, 1, 0.2)
    hears(vote(key="zz-house-1-5", number=5, time=None, declared=Tally(yes=2, no=3)))
    assert measures(house, "zz-house-1-5", "lead, margin, margin_share") == (-1, None, None)


def test_the_sides_are_those_of_the_source(hears):
    sides = (
        Breakdown(kind="side", label="Hallitusryhmät", tally=Tally(yes=4, no=0, abstain=1, absent=2)),
        Breakdown(kind="side", label="Oppositioryhmät", tally=Tally(yes=1, no=1, abstain=0)),
        Breakdown(kind="side", label="Muut", tally=Tally(yes=3, no=3, abstain=0)),
    )
    house = hears(vote(breakdowns=sides))
    # Of the first side, (4 - 1 / 2) / 5; of the second too few voted; the third is divided evenly.
    assert house.rows(
        "SELECT side, label, line, against, agreement_index FROM side_splits ORDER BY label"
    ) == [
        ("government", "Hallitusryhmät", "yes", 1, 0.7),
        (None, "Muut", None, None, 0.25),
        ("opposition", "Oppositioryhmät", None, None, None),
    ]
