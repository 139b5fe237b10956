"""Ballots that come from another answer than the vote."""

import pytest
from invented_house import ballot, vote
from msgspec import structs

from db.records import Roll, Tally
from db.rows import ContradictionError

FIGURES = "SELECT ballots_status, declared_yes, counted_yes, counted_absent FROM votes"
DESCRIBED = structs.replace(vote(), ballots=(), ballots_status="not_collected", declared=Tally())
ROLL = Roll(
    key=DESCRIBED.key,
    chamber=DESCRIBED.chamber,
    scheme=DESCRIBED.scheme,
    method="electronic",
    ballots_status="published",
    declared=Tally(yes=2, no=0, abstain=0),
    ballots=(ballot(1), ballot(2)),
)


def ballots(house):
    return house.row("SELECT count(*) FROM vote_ballots WHERE withdrawn_at IS NULL")[0]


def test_a_roll_fills_in_the_ballots_and_figures_of_a_described_vote(house):
    house.says(DESCRIBED)
    house.says(ROLL)
    assert house.row(FIGURES) == ("published", 2, 2, 0)
    assert ballots(house) == 2


def test_describing_the_vote_again_leaves_its_roll_alone(house):
    house.says(DESCRIBED, ROLL)
    house.says(structs.replace(DESCRIBED, title="Another title"))
    assert house.row(FIGURES) == ("published", 2, 2, 0)
    assert house.row("SELECT title FROM votes") == ("Another title",)
    assert ballots(house) == 2


def test_describing_and_filling_in_again_writes_nothing(house):
    house.says(DESCRIBED, ROLL)
    assert house.says(DESCRIBED, ROLL) == 0


def test_filling_in_what_nobody_had_stated_is_no_revision(house):
    house.says(DESCRIBED, ROLL)
    assert house.rows("SELECT 1 FROM revisions") == []


def test_a_changed_ballot_of_a_roll_is_a_revision(house):
    house.says(DESCRIBED, ROLL)
    changed = ballot(1), ballot(2, "Nay")
    house.says(structs.replace(ROLL, declared=Tally(yes=1, no=1, abstain=0), ballots=changed))
    assert house.row(FIGURES) == ("published", 1, 1, 0)
    assert len(house.rows("SELECT 1 FROM revisions WHERE table_name = 'ballots'")) == 1


def test_a_roll_of_a_vote_that_nobody_described_is_refused(house):
    with pytest.raises(ContradictionError, match="no answer has described"):
        house.says(ROLL)


def test_a_vote_may_turn_out_to_be_secret(house):
    house.says(DESCRIBED)
    house.says(structs.replace(ROLL, method="secret", ballots_status="secret", declared=Tally(), ballots=()))
    house.says(DESCRIBED)
    assert house.row("SELECT method, ballots_status FROM votes") == ("secret", "secret")
    assert ballots(house) == 0


REVISED = "SELECT column_name, old_value, new_value FROM revisions WHERE column_name LIKE 'declared%'"


def test_a_corrected_tally_of_a_vote_without_ballots_is_taken_in_as_a_revision(house):
    known = structs.replace(DESCRIBED, declared=Tally(yes=103))
    house.says(known)
    house.says(structs.replace(known, declared=Tally(yes=104)))
    assert house.row("SELECT declared_yes FROM votes") == (104,)
    assert house.rows(REVISED) == [("declared_yes", "103", "104")]


def test_a_roll_that_differs_from_the_tally_stated_before_it_is_a_revision(house):
    house.says(structs.replace(DESCRIBED, declared=Tally(yes=3)))
    house.says(ROLL)
    assert house.rows(REVISED) == [("declared_yes", "3", "2")]


ANNULLED = structs.replace(
    ROLL, ballots_status="not_published", is_annulled=True, declared=Tally(), ballots=()
)
ANNULMENT = "SELECT is_annulled, outcome, ballots_status FROM votes"


def test_a_roll_may_say_that_its_vote_was_annulled(house):
    house.says(DESCRIBED, ANNULLED)
    assert house.row(ANNULMENT) == (1, "annulled", "not_published")


def test_describing_an_annulled_vote_again_does_not_bring_it_back(house):
    house.says(DESCRIBED, ANNULLED)
    assert house.says(DESCRIBED, ANNULLED) == 0
    house.says(structs.replace(DESCRIBED, title="Another title"))
    assert house.row(ANNULMENT) == (1, "annulled", "not_published")
