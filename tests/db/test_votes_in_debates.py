"""Votes find their agenda item by the source's link or by the time, and broken-off votes are found out."""

import datetime as dt

import pytest
from invented_house import DAY, bill, sitting, vote

from db.checks import invariants, violations
from db.records import AgendaItem, Debate, Speech

SITTING = "zz-house-1-s4"
FIRST, SECOND = f"{SITTING}-item-1", f"{SITTING}-item-2"


def clock(minute):
    return dt.datetime(2025, 1, 15, 12, minute, tzinfo=dt.UTC)


def a_vote(number, minute, **changes):
    row = {
        "key": f"zz-house-1-{number}",
        "number": number,
        "time": clock(minute),
        "sitting": SITTING,
        "bill": "zz-house-bill-7",
        "question": "The whole",
        "is_final": True,
    }
    return vote(**(row | changes))


def turn(item, minute):
    return Speech(
        key=f"{item}-{minute}",
        position=minute,
        item=item,
        date=DAY,
        start=clock(minute),
        speaker="Member 001",
        capacity="chair",
        language="en",
        text="Words.",
    )


def debate(*linked):
    """Two items from minute 10 to 30 and from 40 to 50, the first with these votes."""
    items = (
        AgendaItem(key=FIRST, position=1, title="The bill", votes=linked),
        AgendaItem(key=SECOND, position=2, title="Another"),
    )
    turns = turn(FIRST, 10), turn(FIRST, 30), turn(SECOND, 40), turn(SECOND, 50)
    return Debate(sitting=SITTING, chamber="zz-house", term="zz-house-1", items=items, speeches=turns)


@pytest.fixture
def seated(house):
    house.says(sitting(DAY), bill())
    return house


def items_of(house):
    return house.rows("SELECT item_key, vote_key, basis FROM item_votes ORDER BY vote_key")


def superseded(house):
    return house.rows("SELECT vote_key, superseded_by FROM superseded_votes")


def test_a_vote_that_the_source_links_is_in_that_item(seated):
    seated.says(a_vote(1, 45), debate("zz-house-1-1"))
    assert items_of(seated) == [(FIRST, "zz-house-1-1", "stated")]


def test_a_vote_that_no_link_names_is_in_the_item_of_its_time(seated):
    seated.says(a_vote(1, 20), a_vote(2, 45), debate())
    assert items_of(seated) == [
        (FIRST, "zz-house-1-1", "derived"),
        (SECOND, "zz-house-1-2", "derived"),
    ]


@pytest.mark.parametrize("minute", [5, 35, 55])
def test_a_vote_between_the_items_is_in_none(seated, minute):
    seated.says(a_vote(1, minute), debate())
    assert items_of(seated) == []


def test_a_vote_without_a_time_is_in_none(seated):
    seated.says(a_vote(1, 20, time=None), debate())
    assert items_of(seated) == []


def test_a_vote_that_was_taken_again_within_minutes_and_is_in_no_transcript_was_superseded(seated):
    seated.says(a_vote(1, 17), a_vote(2, 18), a_vote(3, 22), debate("zz-house-1-3"))
    assert superseded(seated) == [("zz-house-1-1", "zz-house-1-3"), ("zz-house-1-2", "zz-house-1-3")]
    assert seated.rows("SELECT is_final, is_annulled, outcome FROM votes GROUP BY 1, 2, 3") == [
        (1, 0, "passed")
    ]


@pytest.mark.parametrize(
    ("earlier", "linked"),
    [
        (a_vote(1, 17), ("zz-house-1-1", "zz-house-1-3")),
        (a_vote(1, 17), ()),
        (a_vote(1, 5), ("zz-house-1-3",)),
        (a_vote(1, 17, question="An amendment"), ("zz-house-1-3",)),
        (a_vote(1, 17, bill=None), ("zz-house-1-3",)),
        (a_vote(1, 23), ("zz-house-1-3",)),
    ],
    ids=["both are linked", "none is linked", "too long before", "another question", "no bill", "after it"],
)
def test_any_other_vote_stands(seated, earlier, linked):
    seated.says(earlier, a_vote(3, 22), debate(*linked))
    assert superseded(seated) == []


def test_of_final_votes_that_were_broken_off_no_reader_need_ask_which_counts(seated):
    (rule,) = [found for found in invariants() if found.name == "one_final_vote_per_bill_and_day"]
    votes = a_vote(1, 17), a_vote(3, 22)
    seated.says(*votes, debate())
    assert len(violations(seated.db, rule)) == 1
    seated.says(debate("zz-house-1-3"))
    assert violations(seated.db, rule) == []


def test_the_turns_of_one_vote_are_found_without_reading_all_turns_or_votes(house):
    plan = house.rows("EXPLAIN QUERY PLAN SELECT * FROM vote_speeches WHERE vote_key = 'zz-house-1-1'")
    assert [step for *_, step in plan if step.startswith("SCAN")] == []


def test_a_vote_on_no_bill_has_the_turns_of_the_item_of_its_time(seated):
    seated.says(a_vote(1, 20, bill=None), debate())
    assert seated.rows("SELECT DISTINCT via FROM vote_speeches") == [("the item at the time of the vote",)]
