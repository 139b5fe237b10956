"""An act of the second chamber is joined to the bill that it was by its title, or not at all."""

import pytest
from invented_house import bill
from msgspec import structs

PAIRS = "SELECT bill_key, counterpart_key, reason FROM bill_counterparts ORDER BY bill_key"


def a_bill(number, title="Rządowy projekt ustawy o niczym", documents=("7",)):
    return structs.replace(bill(), key=f"zz-house-1-{number}", title=title, documents=documents)


def an_act(number=1, title="Ustawa o niczym"):
    return structs.replace(
        bill(), key=f"zz-senate-1-{number}", chamber="zz-senate", term="zz-senate-1", title=title
    )


def joined(house, *bills):
    house.says(*bills)
    return [(other, reason) for _, other, reason in house.rows(PAIRS)]


def test_the_only_two_of_a_title_are_joined(house):
    assert joined(house, a_bill(7), an_act()) == [("zz-house-1-7", "the only two of this title")]


@pytest.mark.parametrize(
    "title", ["Rządowy projekt ustawy o zmianie ustawy o niczym", "Rządowy projekt ustawy o niczym więcej"]
)
def test_a_bill_whose_title_only_contains_it_stays_apart(house, title):
    assert joined(house, a_bill(7, title), an_act()) == [
        (None, "no bill of the other chamber has this title")
    ]


def test_an_act_that_two_bills_could_be_stays_apart(house):
    second = a_bill(8, "Poselski projekt ustawy o niczym")
    assert joined(house, a_bill(7), second, an_act()) == [(None, "several have this title")]


def test_two_acts_of_one_title_stay_apart(house):
    found = joined(house, a_bill(7), an_act(1), an_act(2))
    assert found == [(None, "several have this title")] * 2


def test_a_draft_without_papers_does_not_stand_in_the_way_of_its_bill(house):
    draft = a_bill(9, "Poselski projekt ustawy o niczym", documents=())
    assert joined(house, a_bill(7), draft, an_act())[0][0] == "zz-house-1-7"
