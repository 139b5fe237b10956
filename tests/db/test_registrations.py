"""A registration of the same minute tells who was there without voting from who was away."""

import datetime as dt

import pytest
from invented_house import ballot, vote
from msgspec import structs

from db.conclusions import conclude
from db.identities import Reviewed
from db.records import Registration, Roll, Tally

MINUTE = dt.datetime(2025, 1, 15, 12, 30, 40, tzinfo=dt.UTC)
NOBODY = Reviewed(same={}, apart={})
DESCRIBED = structs.replace(vote(), time=MINUTE, ballots=(), ballots_status="not_collected", declared=Tally())


def empty(number):
    return structs.replace(
        ballot(number), option="not_recorded", label="", basis="derived", rule="away, or there and silent"
    )


ROLL = Roll(
    key=DESCRIBED.key,
    chamber=DESCRIBED.chamber,
    scheme=DESCRIBED.scheme,
    method="electronic",
    ballots_status="published",
    declared=Tally(yes=1, no=0, abstain=0),
    ballots=(ballot(1), empty(2), empty(3), empty(4)),
)
CALL = Registration(
    key="zz-house-registration-1",
    chamber=DESCRIBED.chamber,
    scheme=DESCRIBED.scheme,
    time=MINUTE.replace(second=2),
    present=frozenset({"1", "2"}),
    missing=frozenset({"3"}),
)
OPTIONS = "SELECT person, option, basis FROM ballots ORDER BY person"


def split(house):
    conclude(house.db, NOBODY)
    return [option for _, option, _ in house.rows(OPTIONS)]


@pytest.fixture
def told(house):
    house.says(DESCRIBED, ROLL, CALL)
    conclude(house.db, NOBODY)
    return house


def test_registered_is_present_and_not_registered_is_absent_and_unlisted_stays_open(told):
    assert told.rows(OPTIONS) == [
        ("Member 001", "yes", "stated"),
        ("Member 002", "present_not_voting", "derived"),
        ("Member 003", "absent", "derived"),
        ("Member 004", "not_recorded", "derived"),
    ]


def test_the_rule_says_that_absence_is_only_likely(told):
    assert "may have come later" in told.row("SELECT rule FROM ballots WHERE option = 'absent'")[0]


def test_the_counts_follow(told):
    assert told.row("SELECT counted_present_not_voting, counted_absent FROM votes") == (1, 1)


def test_it_does_not_matter_which_came_first(house):
    house.says(CALL)
    house.says(DESCRIBED, ROLL)
    assert split(house) == ["yes", "present_not_voting", "absent", "not_recorded"]


def test_without_a_registration_nothing_is_concluded(house):
    house.says(DESCRIBED, ROLL)
    assert split(house) == ["yes", "not_recorded", "not_recorded", "not_recorded"]


def test_a_registration_of_another_minute_tells_nothing(house):
    house.says(DESCRIBED, ROLL, structs.replace(CALL, time=MINUTE + dt.timedelta(minutes=1)))
    assert split(house) == ["yes", "not_recorded", "not_recorded", "not_recorded"]


def test_concluding_again_writes_nothing(told):
    before = told.db.conn.total_changes
    conclude(told.db, NOBODY)
    assert told.db.conn.total_changes == before


def test_reading_the_same_ballots_again_writes_nothing_and_leaves_no_revision(told):
    assert told.says(ROLL, CALL) == 0
    assert told.rows("SELECT 1 FROM revisions") == []


def test_a_ballot_that_comes_in_later_is_a_revision_and_no_longer_split(told):
    changed = structs.replace(
        ROLL, declared=Tally(yes=2, no=0, abstain=0), ballots=(ballot(1), ballot(2), empty(3), empty(4))
    )
    told.says(changed)
    assert split(told) == ["yes", "yes", "absent", "not_recorded"]
    assert told.row("SELECT counted_present_not_voting, counted_absent FROM votes") == (0, 1)
    assert told.row("SELECT count(*) FROM revisions WHERE table_name = 'ballots'") == (1,)


def test_the_sums_stay_sound(told):
    from db.checks import invariants, violations  # noqa: PLC0415  only here

    (sums,) = [one for one in invariants() if one.name == "counted_is_the_sum_of_ballots"]
    assert violations(told.db, sums) == []
