import pytest

from scrapers.parliaments.poland.speakers import capacity_of, office_in


def capacity(function, *, is_member=False, is_rapporteur=False):
    return capacity_of(function, is_member=is_member, is_rapporteur=is_rapporteur)


@pytest.mark.parametrize(
    "function",
    [
        "Minister Infrastruktury",
        "Prezes Rady Ministrów",
        "Wiceprezes Rady Ministrów Minister Obrony Narodowej",
        "Sekretarz Stanu w Ministerstwie Obrony Narodowej",
        "Podsekretarz Stanu w Ministerstwie Spraw Zagranicznych",
        "Szef Kancelarii Prezesa Rady Ministrów",
        "Pełnomocnik Rządu do spraw Niczego",
    ],
)
@pytest.mark.parametrize("is_member", [True, False])
def test_a_minister_is_known_by_the_function_whether_a_deputy_or_not(function, is_member):
    assert capacity(function, is_member=is_member) == "minister"
    assert office_in(function) == function


@pytest.mark.parametrize("function", ["Poseł", "Sekretarz Poseł"])
def test_a_deputy_speaks_as_a_member_and_holds_no_office(function):
    assert (capacity(function, is_member=True), office_in(function)) == ("member", None)


def test_a_rapporteur_is_told_by_the_mark_or_by_the_function():
    assert capacity("Poseł", is_member=True, is_rapporteur=True) == "rapporteur"
    assert capacity("Poseł Sprawozdawca", is_member=True) == "rapporteur"


@pytest.mark.parametrize("function", ["Marszałek", "Wicemarszałek", "Marszałek Senior"])
def test_the_chair_is_the_chair(function):
    assert capacity(function, is_member=True) == "chair"


@pytest.mark.parametrize(
    "function",
    [
        "Marszałek Senatu",
        "Prezydent Rzeczypospolitej Polskiej",
        "Sekretarz Stanu w Kancelarii Prezydenta Rzeczypospolitej Polskiej",
        "Minister w Kancelarii Prezydenta",
        "Rzecznik Praw Obywatelskich",
        "Senator",
    ],
)
def test_others_who_are_no_deputies_are_guests_and_not_of_the_government(function):
    assert capacity(function) == "guest"


@pytest.mark.parametrize("function", ["", "Coś Nowego"])
def test_a_member_in_a_function_that_we_do_not_know_speaks_in_no_capacity_that_we_know(function):
    assert capacity(function, is_member=True) is None
