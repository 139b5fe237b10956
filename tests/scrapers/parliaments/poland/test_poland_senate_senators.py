import pytest
from senate_pages import a_club, a_senator, problem, read

from db.records import Faction, Person
from scrapers.parliaments.poland.senat.addresses import CLUBS, SENATORS

TWO = a_senator(1, "Member Alpha") + a_senator(2, "Member Second Beta")


def identifiers(page, url=SENATORS):
    return [person.id.identifier for person in read(url, page) if isinstance(person, Person)]


def test_a_senator_is_identified_by_the_name_that_ballots_carry():
    first, second = read(SENATORS, TWO)
    assert (first.id.identifier, first.id.given_name) == ("M. Alpha", "Member")
    assert (second.id.identifier, second.id.given_name) == ("M. Beta", "Member Second")
    assert first.memberships[0].chamber == "pl-senat"


def test_senators_who_share_a_printed_name_are_not_joined_to_any_ballot():
    page = TWO + a_senator(3, "Mary Alpha")
    assert identifiers(page) == ["senator 1", "M. Beta", "senator 3"]


def test_a_link_around_a_picture_is_no_second_senator():
    assert identifiers('<a href="senator,1,11,x.html"><img></a>' + TWO) == ["M. Alpha", "M. Beta"]


def test_a_club_has_its_senators():
    found = read(
        CLUBS, a_club("Blue", a_senator(1, "Member Alpha")) + a_club("Green", a_senator(2, "Member Beta"))
    )
    assert [(f.label, f.name) for f in found if isinstance(f, Faction)] == [
        ("Blue", "Blue"),
        ("Green", "Green"),
    ]
    assert [p.memberships[0].faction for p in found if isinstance(p, Person)] == ["Blue", "Green"]


def test_senators_of_different_clubs_who_share_a_printed_name_are_not_joined_either():
    page = a_club("Blue", a_senator(1, "Member Alpha")) + a_club("Green", a_senator(2, "Mary Alpha"))
    assert identifiers(page, CLUBS) == ["senator 1", "senator 2"]


@pytest.mark.parametrize(
    ("url", "page", "element"),
    [
        (SENATORS, "<p>nobody</p>", "a[href*='senator,']"),
        (SENATORS, a_senator(1, "Member Alpha") + a_senator(1, "Member Beta"), "a[href*='senator,']"),
        (CLUBS, "<p>nothing</p>", "div.klub-nazwa h2"),
        (CLUBS, a_club("Blue"), "a[href*='senator,']"),
        (CLUBS, a_club("Blue", TWO) + '<div class="klub-nazwa"><h2>Green</h2></div>', "div.klub-nazwa h2"),
        (CLUBS, a_club("Blue", TWO) + a_club("Green", TWO), "div.lista-czlonkow"),
    ],
)
def test_an_empty_list_two_names_or_lists_of_different_length_are_named_errors(url, page, element):
    assert problem(url, page).element == element
