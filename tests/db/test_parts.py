"""Ballots that come apart from their vote and a part at a time, and the parts of its tally."""

import pytest
from invented_house import ballot, vote
from msgspec import structs

from db.records import Breakdown, Breakdowns, RollPart, Tally
from db.rows import ContradictionError

DECLARED = Tally(yes=2, no=1, abstain=0, absent=0)
DESCRIBED = structs.replace(
    vote(), identifier="13000", ballots=(), ballots_status="not_collected", declared=DECLARED
)
STATE = "SELECT ballots_status, counted_yes, counted_no, counted_absent FROM votes"
STANDING = "SELECT count(*) FROM vote_ballots WHERE withdrawn_at IS NULL"
REVISED = "SELECT table_name, old_value, new_value FROM revisions"


def part(first, *ballots, of="13000"):
    chamber, scheme = DESCRIBED.chamber, DESCRIBED.scheme
    return RollPart(vote=of, chamber=chamber, scheme=scheme, first=first, ballots=ballots)


HALF, REST = part(0, ballot(1), ballot(2)), part(2, ballot(3, "Nay"))


def test_half_a_roll_is_partial_and_counts_nothing(house):
    house.says(DESCRIBED, HALF)
    assert house.row(STATE) == ("partial", None, None, None)
    assert house.row(STANDING) == (2,)


def test_a_roll_is_whole_with_its_last_part(house):
    house.says(DESCRIBED, HALF)
    house.says(REST)
    assert house.row(STATE) == ("published", 2, 1, 0)


def test_the_parts_of_a_roll_may_come_in_any_order(house):
    house.says(DESCRIBED, REST, HALF)
    assert house.row(STATE) == ("published", 2, 1, 0)


def test_taking_in_the_parts_of_a_roll_is_no_revision(house):
    house.says(DESCRIBED, HALF, REST)
    assert house.rows(REVISED) == []


def test_taking_in_a_part_twice_writes_nothing(house):
    house.says(DESCRIBED, HALF, REST)
    assert house.says(HALF, REST) == 0


def test_describing_a_vote_again_leaves_its_parts_alone(house):
    house.says(DESCRIBED, HALF, REST)
    assert house.says(DESCRIBED) == 0
    assert house.row(STATE) == ("published", 2, 1, 0)


def test_a_roll_of_which_one_ballot_never_comes_stays_partial(house):
    house.says(DESCRIBED, HALF, part(2))
    assert house.row(STATE) == ("partial", None, None, None)


def test_parts_of_a_vote_that_nobody_described_are_refused(house):
    house.says(DESCRIBED)
    with pytest.raises(ContradictionError, match="no answer has described the vote 13001"):
        house.says(part(0, ballot(1), of="13001"))


def test_a_member_with_a_ballot_in_each_of_two_parts_is_refused(house):
    house.says(DESCRIBED, HALF)
    with pytest.raises(ContradictionError, match="a person has two ballots, in two answers"):
        house.says(part(2, ballot(2)))


def test_more_ballots_of_one_kind_than_the_vote_declares_are_refused(house):
    house.says(DESCRIBED, HALF)
    with pytest.raises(ContradictionError, match="3 ballots are yes, but the vote declares 2"):
        house.says(part(2, ballot(3)))


def test_a_ballot_that_its_part_no_longer_shows_is_marked_and_the_roll_is_no_longer_whole(house):
    house.says(DESCRIBED, HALF, REST)
    house.says(part(0, ballot(1)))
    assert house.row(STANDING) == (2,)
    assert house.row(STATE) == ("partial", None, None, None)
    assert ("votes", "published", "partial") in house.rows(REVISED)


def test_a_ballot_that_moved_to_another_part_stands_there(house):
    house.says(DESCRIBED, HALF, REST)
    house.says(part(0, ballot(1)))
    house.says(part(2, ballot(2), ballot(3, "Nay")))
    assert house.row(STATE) == ("published", 2, 1, 0)
    assert house.rows("SELECT part, count(*) FROM vote_ballots GROUP BY part ORDER BY part") == [
        (0, 1),
        (2, 2),
    ]


def test_a_corrected_ballot_of_a_part_is_a_revision(house):
    house.says(structs.replace(DESCRIBED, declared=Tally(yes=2, no=2, abstain=0, absent=0)), HALF)
    house.says(part(0, ballot(1), ballot(2, "Nay")))
    assert [table for table, *_ in house.rows(REVISED)] == ["ballots"]


def test_a_corrected_tally_is_taken_in_and_stands_beside_the_count_of_the_parts(house):
    house.says(DESCRIBED, HALF, REST)
    house.says(structs.replace(DESCRIBED, declared=Tally(yes=1, no=2, abstain=0, absent=0)))
    assert house.row(STATE) == ("published", 2, 1, 0)
    assert house.row("SELECT declared_yes, declared_no FROM votes") == (1, 2)
    assert house.row("SELECT count(*) FROM discrepancies WHERE kind = 'ballots'") == (2,)


def test_a_corrected_tally_of_more_ballots_makes_the_roll_partial_again(house):
    house.says(DESCRIBED, HALF, REST)
    house.says(structs.replace(DESCRIBED, declared=Tally(yes=3, no=1, abstain=0, absent=0)))
    assert house.row(STATE) == ("partial", None, None, None)


def test_the_description_of_a_vote_says_whether_it_was_annulled_and_not_its_parts(house):
    house.says(structs.replace(DESCRIBED, is_annulled=True, outcome="annulled"), HALF, REST)
    assert house.row("SELECT is_annulled, outcome FROM votes") == (1, "annulled")
    house.says(DESCRIBED)
    assert house.row("SELECT is_annulled, outcome FROM votes") == (0, "passed")
    assert house.row(STATE) == ("published", 2, 1, 0)


def test_two_votes_with_one_identifier_are_refused(house):
    house.says(DESCRIBED)
    with pytest.raises(ContradictionError, match="has its identifier 13000"):
        house.says(structs.replace(DESCRIBED, key=f"{DESCRIBED.key}-other", number=2))


def test_one_vote_with_two_identifiers_is_refused(house):
    house.says(DESCRIBED)
    with pytest.raises(ContradictionError, match="it has another identifier than 13001"):
        house.says(structs.replace(DESCRIBED, identifier="13001"))


def test_parts_of_another_origin_than_the_stored_vote_change_nothing(house):
    house.says(DESCRIBED)
    house.says(HALF, origin="sample")
    assert house.row(STATE)[0] == "not_collected"
    assert house.row(STANDING) == (0,)


def shares(*parts):
    return Breakdowns(vote="13000", chamber=DESCRIBED.chamber, parts=parts)


def share(label, yes, no=0, kind="faction"):
    return Breakdown(kind=kind, label=label, tally=Tally(yes=yes, no=no, abstain=0, absent=0))


def test_the_parts_of_a_tally_are_stored_with_their_vote(house):
    house.says(DESCRIBED)
    house.says(shares(share("Blue", 2), share("Green", 0, 1), share("All", 2, 1, kind="side")))
    found = house.rows("SELECT kind, label, yes, no FROM vote_breakdowns ORDER BY kind, label")
    assert found == [("faction", "Blue", 2, 0), ("faction", "Green", 0, 1), ("side", "All", 2, 1)]


def test_describing_the_vote_again_leaves_the_parts_of_its_tally_alone(house):
    house.says(DESCRIBED)
    house.says(shares(share("Blue", 2, 1)), url="https://old.example/shares")
    assert house.says(DESCRIBED) == 0


def test_parts_of_a_tally_that_do_not_add_up_to_it_are_refused(house):
    house.says(DESCRIBED)
    with pytest.raises(ContradictionError, match="faction: no adds up to 0, but the vote declares 1"):
        house.says(shares(share("Blue", 2)))


def test_the_parts_of_the_tally_of_a_vote_that_nobody_described_are_refused(house):
    with pytest.raises(ContradictionError, match="no answer has described the vote 13000"):
        house.says(shares(share("Blue", 2)))
