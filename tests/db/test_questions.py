"""The common questions, asked of the view `ballots`, are answered by way of an index."""

import pytest
from invented_house import ballot, bill, person, vote

from db.database import take_stock

OF_TRACKED_BILLS = """
SELECT ballots.person, count(*)
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN ballots ON ballots.vote_key = votes.key
WHERE bills.is_tracked AND ballots.option = 'abstain'
GROUP BY ballots.person
"""
QUESTIONS = {
    "a vote": "SELECT * FROM ballots WHERE vote_key = 'zz-house-1-1'",
    "a person": "SELECT * FROM ballots WHERE person_key = 'zz-house-1'",
    "a faction in a vote": "SELECT * FROM ballots WHERE vote_key = 'zz-house-1-1' AND faction = 'Blue'",
    "an option on a bill": "SELECT * FROM ballots WHERE bill_key = 'zz-house-bill-1' AND option = 'no'",
    "abstentions over tracked bills": OF_TRACKED_BILLS,
    "abstentions over tracked bills, by the name that the vote has": (
        "SELECT ballots.* FROM bills JOIN ballots ON ballots.bill_key = bills.key"
        " WHERE bills.is_tracked AND ballots.option = 'abstain'"
    ),
}
SMALL = {"ballot_labels", "factions"}
"""Tables of a few dozen rows, which SQLite may read whole."""


@pytest.fixture
def many(house):
    """Sixty members who vote on as many bills, of which one is tracked."""
    house.says(*(person(number) for number in range(1, 61)))
    for number in range(1, 61):
        key = f"zz-house-bill-{number}"
        cast = [ballot(who, ("Aye", "Nay", "Blank")[who % 3]) for who in range(1, 61)]
        house.says(
            bill(key=key, number=str(number), is_tracked=number == 7),
            vote(*cast, key=f"zz-house-1-{number}", number=number, time=None, bill=key),
        )
    take_stock(house.db)
    return house


def plan(house, sql):
    return [step for *_, step in house.rows(f"EXPLAIN QUERY PLAN {sql}")]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_table_of_many_rows_is_read_whole(many, question):
    scanned = [step for step in plan(many, QUESTIONS[question]) if step.startswith("SCAN")]
    assert [step for step in scanned if step.split()[1] not in SMALL and "bills_tracked" not in step] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_ballots_are_searched_by_vote_or_by_person(many, question):
    (step,) = (step for step in plan(many, QUESTIONS[question]) if "vote_ballots" in step)
    wanted = "INDEX vote_ballots_by_person" if question == "a person" else "PRIMARY KEY (vote_id=?)"
    assert step.startswith("SEARCH")
    assert wanted in step


def test_the_questions_find_what_they_ask_for(many):
    found = {question: len(many.rows(sql)) for question, sql in QUESTIONS.items()}
    assert list(found.values()) == [60, 60, 60, 20, 20, 20]
