import pytest

from scrapers.parliaments.poland.titles import act_name


@pytest.mark.parametrize(
    "title",
    [
        "Rządowy projekt ustawy o niczym",
        "Przedstawiony przez Prezydenta Rzeczypospolitej Polskiej projekt ustawy o  niczym",
        "Ustawa o niczym",
        "Ustawa z dnia 25 czerwca 2025 r. o niczym",
        "o niczym",
    ],
)
def test_both_chambers_and_the_journal_call_an_act_by_one_name(title):
    assert act_name(title) == "o niczym"


def test_a_change_of_an_act_is_not_the_act():
    assert act_name("Rządowy projekt ustawy o zmianie ustawy o niczym") == "o zmianie ustawy o niczym"
