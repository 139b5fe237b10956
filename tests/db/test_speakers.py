"""Who spoke is found by name only where nobody else can be meant."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import DAY, who
from msgspec import structs
from test_debates import ITEM, debate, speech

from db.records import Membership, Office, Person
from db.speakers import RESOLVE, fits, fold, settle_speeches

SPOKE = """
SELECT persons.key, person_method, person_confidence
FROM speeches LEFT JOIN persons ON persons.id = person_id
"""


def member(number, faction="Blue", start=None, end=None, **name):
    seat = Membership(chamber="zz-house", term="zz-house-1", start=start, end=end)
    place = Membership(chamber="zz-house", term="zz-house-1", faction=faction, start=start, end=end)
    return Person(id=who(number, **name), memberships=(seat, place))


def named(family="Alder", given="Ann", **changes):
    return debate(speech(1, speaker=f"{given} {family}", family_name=family, given_name=given, **changes))


def found(house):
    settle_speeches(house.db)
    return house.row(SPOKE)


def test_a_full_name_of_one_member_is_that_member(house):
    house.says(member(1, family_name="Alder", given_name="Ann"), named())
    assert found(house) == ("zz-house-1", "name", "high")


def test_initials_find_the_member_with_less_confidence(house):
    house.says(member(1, family_name="Alder", given_name="Ann"), named("ALDER", "A."))
    assert found(house) == ("zz-house-1", "name", "medium")


def test_two_people_of_one_name_stay_open(house):
    for number in (1, 2):
        house.says(member(number, family_name="Alder", given_name="Ann"))
    house.says(named())
    assert found(house) == (None, None, None)


def test_the_faction_tells_two_people_of_one_name_apart(house):
    house.says(member(1, "Blue", DAY, family_name="Alder", given_name="Ann"))
    house.says(member(2, "Red", DAY, family_name="Alder", given_name="Ann"))
    house.says(named(faction="Red"))
    assert found(house) == ("zz-house-2", "name and faction", "high")


def test_a_member_of_other_days_is_not_meant(house):
    before = DAY - dt.timedelta(days=30)
    left = member(1, start=before, end=DAY - dt.timedelta(days=1), family_name="Alder", given_name="Ann")
    house.says(left, named())
    assert found(house) == (None, None, None)


def test_a_minister_without_a_seat_is_found_by_the_office(house):
    post = Office(
        key="zz-defence-1", country="zz", person=who(9, family_name="Birch", given_name="Bo"),
        kind="minister of defence", title="Minister of Defence", start=DAY,
    )  # fmt: skip
    house.says(post, named("Birch", "Bo", capacity="minister"))
    assert found(house) == ("zz-house-9", "name and office", "high")


def post(start, end, precision="day", **name):
    return Office(
        key="zz-defence-1", country="zz", person=who(9, family_name="Birch", given_name="Bo", **name),
        kind="minister of defence", title="Minister of Defence",
        start=start, end=end, end_precision=precision,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("end", "precision", "person"),
    [
        (DAY.replace(day=1), "month", "zz-house-9"),
        (DAY.replace(month=1, day=1), "year", "zz-house-9"),
        (DAY.replace(day=1), "day", None),
        (DAY.replace(day=1) - dt.timedelta(days=1), "month", None),
    ],
)
def test_an_office_that_ends_in_a_month_is_held_to_the_end_of_it(house, end, precision, person):
    house.says(post(dt.date(2023, 1, 1), end, precision), named("Birch", "Bo", capacity="minister"))
    assert found(house)[0] == person


@pytest.mark.parametrize(
    ("printed", "stated"), [("Alder-Birch", "Alder Birch"), ("Alder Birch", "Alder-Birch")]
)
def test_a_hyphen_is_as_good_as_a_blank_in_a_name(house, printed, stated):
    house.says(member(1, family_name=stated, given_name="Ann"), named(printed))
    assert found(house) == ("zz-house-1", "name", "high")


def beside(*others, **changes):
    """A turn of Bo Birch without an identifier, among others that the source identifies."""
    usual = {"speaker": "Bo Birch", "family_name": "Birch", "given_name": "Bo", "capacity": "minister"}
    turns = [speech(place, **(usual | other)) for place, other in enumerate(others, 2)]
    return debate(speech(1, **(usual | changes)), *turns)


BIRCH = who(9, family_name="Birch", given_name="Bo")
FIRST_TURN = f"{SPOKE} WHERE speeches.position = 1"


def first(house):
    settle_speeches(house.db)
    return house.row(FIRST_TURN)


def test_whom_the_source_identifies_elsewhere_on_the_day_is_meant_by_the_same_name_and_capacity(house):
    house.says(beside({"person": BIRCH}))
    assert first(house) == ("zz-house-9", "name and office", "high")


@pytest.mark.parametrize(
    "other",
    [{"capacity": "guest"}, {"given_name": "Bea"}, {"date": DAY + dt.timedelta(days=1)}],
    ids=["another capacity", "another given name", "another day"],
)
def test_another_turn_says_nothing_of_a_speaker_in(house, other):
    house.says(beside({"person": BIRCH} | other))
    assert first(house) == (None, None, None)


def test_two_identifiers_under_one_name_leave_it_open(house):
    house.says(beside({"person": BIRCH}, {"person": who(8, family_name="Birch", given_name="Bo")}))
    assert first(house) == (None, None, None)


def test_another_turn_does_not_decide_between_two_members_of_one_name(house):
    for number in (8, 9):
        house.says(member(number, family_name="Birch", given_name="Bo"))
    house.says(beside({"person": BIRCH}))
    assert first(house) == (None, None, None)


@pytest.mark.parametrize("given_name", ["B.", "", None], ids=["initials", "empty", "none"])
def test_less_than_a_full_name_is_none_under_which_another_turn_identifies(house, given_name):
    house.says(beside({"person": BIRCH, "given_name": given_name}, given_name=given_name))
    assert first(house) == (None, None, None)


def test_a_turn_of_no_day_is_given_to_nobody_by_name(house):
    house.says(member(1, family_name="Alder", given_name="Ann"), named(date=None))
    assert found(house) == (None, None, None)


def test_a_name_that_fits_nobody_stays_open(house):
    house.says(member(1, family_name="Alder", given_name="Ann"), named("Cedar"))
    assert found(house) == (None, None, None)


def test_it_does_not_matter_whether_the_register_came_first(house):
    house.says(named())
    assert found(house) == (None, None, None)
    house.says(member(1, family_name="Alder", given_name="Ann"))
    assert found(house) == ("zz-house-1", "name", "high")


def test_a_second_person_of_the_name_opens_the_question_again(house):
    house.says(member(1, family_name="Alder", given_name="Ann"), named())
    found(house)
    house.says(member(2, family_name="Alder", given_name="Ann"))
    assert found(house) == (None, None, None)


def test_settling_again_writes_nothing(house):
    house.says(member(1, start=DAY, family_name="Alder", given_name="Ann"), named())
    settle_speeches(house.db)
    before = house.db.conn.total_changes
    settle_speeches(house.db)
    assert house.db.conn.total_changes == before


def test_the_faction_of_that_day_follows_from_the_membership(house):
    house.says(member(1, "Blue", DAY, family_name="Alder", given_name="Ann"), named())
    settle_speeches(house.db)
    assert house.row("SELECT faction, faction_basis FROM speeches") == ("Blue", "derived")


def test_without_dated_memberships_no_faction_is_concluded(house):
    house.says(member(1, "Blue", family_name="Alder", given_name="Ann"), named())
    settle_speeches(house.db)
    assert house.row("SELECT faction, faction_basis FROM speeches") == (None, None)


def test_a_turn_takes_the_one_bill_of_its_item(house):
    house.says(debate(speech(1), items=(_about("zz-house-1-bill-1"),)))
    settle_speeches(house.db)
    assert house.row("SELECT bill_key FROM speeches") == ("zz-house-1-bill-1",)


def test_a_turn_on_two_bills_at_once_names_neither(house):
    house.says(debate(speech(1), items=(_about("a", "b"),)))
    settle_speeches(house.db)
    assert house.row("SELECT bill_key FROM speeches") == (None,)


def _about(*bills):
    return structs.replace(ITEM, bills=bills)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ann", "ann"),
        ("a.", "ann"),
        ("a. b.", "ann bea"),
        ("a.b.", "ann bea"),
        ("a.", "ann bea"),
        ("a.-b.", "ann-bea"),
    ],
)
def test_a_printed_name_can_stand_for(printed, name):
    assert fits(fold(printed), fold(name))


@pytest.mark.parametrize(
    ("printed", "name"),
    [("", "ann"), ("an", "ann"), ("a. c.", "ann bea"), ("a. b. c.", "ann bea"), ("b.", "ann")],
)
def test_a_printed_name_cannot_stand_for(printed, name):
    assert not fits(fold(printed), fold(name))


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


def test_names_are_looked_up_by_day_and_not_through_all_turns(house):
    """A term has a hundred thousand turns and some thousands of names: read through, that takes minutes."""
    asked = dict.fromkeys(re.findall(r":(\w+)", RESOLVE))
    plan = house.db.conn.execute(f"EXPLAIN QUERY PLAN {RESOLVE}", asked).fetchall()
    assert "speeches_by_day (date=? AND family_name=?)" in plan[0][-1]
