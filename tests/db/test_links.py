import itertools

import pytest
from blank import blank_database
from invented_house import House, bill, vote

from db.records import Document

BILL = "zz-house-bill-7"
OTHER = "zz-house-bill-8"
PAPER = Document(key="zz-print-7-a", chamber="zz-house", number="7-A", title="Relatio", bills=(BILL,))


def links(house):
    return house.rows(
        "SELECT votes.key, bills.key, basis FROM vote_bills"
        " JOIN votes ON votes.id = vote_id JOIN bills ON bills.id = bill_id ORDER BY 2"
    )


def named(house):
    (found,) = house.row("SELECT bill_key FROM votes")
    return found


def test_a_vote_is_joined_to_the_bill_that_its_source_names(house):
    house.says(vote(bill=BILL))
    assert links(house) == [("zz-house-1-1", BILL, "stated")]
    assert named(house) == BILL


def test_a_vote_is_joined_to_the_bill_whose_paper_it_names(house):
    house.says(bill(documents=("7",)), vote(documents=("7",)))
    assert links(house) == [("zz-house-1-1", BILL, "derived")]
    assert named(house) == BILL


@pytest.mark.parametrize("records", [*itertools.permutations([bill(), PAPER, vote(documents=("7-A",))])])
def test_bill_paper_and_vote_are_joined_in_whatever_order_they_come(house, records):
    for record in records:
        house.says(record)
    assert links(house) == [("zz-house-1-1", BILL, "derived")]
    assert named(house) == BILL


def test_a_vote_on_two_bills_at_once_belongs_to_both_and_is_named_after_neither(house):
    house.says(vote(documents=("7", "8")))
    house.says(bill(documents=("7",)))
    assert named(house) == BILL
    house.says(bill(key=OTHER, number="8", documents=("8",)))
    assert [key for _, key, _ in links(house)] == [BILL, OTHER]
    assert named(house) is None


def test_two_papers_of_one_bill_are_one_bill(house):
    house.says(bill(documents=("7", "7-A")), vote(documents=("7", "7-A")))
    assert named(house) == BILL


def test_a_paper_of_the_same_number_in_another_term_is_another_paper(house):
    house.says(bill(documents=("7",), term=None), vote(documents=("7",)))
    assert links(house) == []


def test_a_paper_of_the_same_number_in_another_chamber_is_another_paper(house):
    house.says(bill(documents=("7",), chamber="zz-senate"), vote(documents=("7",)))
    assert links(house) == []


def test_a_vote_that_names_nothing_has_no_bill(house):
    house.says(bill(documents=("7",)), vote())
    assert links(house) == []
    assert named(house) is None


def test_joining_again_writes_nothing(house):
    records = bill(documents=("7", "7-A")), PAPER, vote(documents=("7", "7-A"))
    house.says(*records)
    assert house.says(*records) == 0


def test_joining_makes_no_revision():
    house = House(blank_database())
    house.says(vote(documents=("7",)))
    house.says(bill(documents=("7",)))
    assert named(house) == BILL
    assert house.rows("SELECT * FROM revisions") == []
    house.db.close()
