import datetime as dt

import pytest
from poland_answers import a_member, changed, problem, read

from db.records import Expectation, Faction, Membership, PersonId


def a_club(**changes):
    return changed({"id": "Blue", "name": "Club Blue", "membersCount": 3}, **changes)


def test_a_member_is_named_by_the_number_of_the_term():
    (person,) = read("MP", [a_member(17)])
    assert person.id == PersonId(scheme="pl-sejm-10", identifier="17", family_name="017", given_name="Member")


def test_a_member_has_a_birth_date():
    (person,) = read("MP", [a_member()])
    assert person.birth_date == dt.date(1970, 2, 3)


@pytest.mark.parametrize("active", [True, False])
def test_a_member_has_a_seat_and_a_club_and_no_invented_dates(active):
    (person,) = read("MP", [a_member(active=active, club="PSL-TD")])
    assert person.memberships == (
        Membership(chamber="pl-sejm", term="pl-sejm-10", is_active=active),
        Membership(chamber="pl-sejm", term="pl-sejm-10", faction="PSL-TD", is_active=active),
    )


def test_a_second_name_that_is_only_a_dash_does_not_reach_the_name():
    (person,) = read("MP", [a_member(secondName="-")])
    assert person.id.given_name == "Member"


def test_a_surname_of_several_words_stays_whole():
    (person,) = read("MP", [a_member(lastName="Member vel Nobody")])
    assert person.id.family_name == "Member vel Nobody"


@pytest.mark.parametrize("element", ["id", "active", "firstName", "lastName", "birthDate", "club"])
def test_a_missing_element_of_a_member_is_a_named_error(element):
    found = problem("MP", [a_member(), a_member(18, **{element: None})])
    assert found.element == "$[1]"
    assert f"`{element}`" in found.problem


@pytest.mark.parametrize("element", ["lastName", "club"])
def test_an_empty_name_is_a_named_error(element):
    assert problem("MP", [a_member(**{element: ""})]).element == f"$[0].{element}"


def test_a_club_is_listed_with_its_size():
    assert read("clubs", [a_club()]) == (
        Faction(chamber="pl-sejm", term="pl-sejm-10", label="Blue", name="Club Blue", member_count=3),
        Expectation(subject="pl-sejm-10-blue", what="members", expected=3),
    )


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("niez.", "pl-sejm-10-niez"),
        ("PSL-TD", "pl-sejm-10-psl-td"),
        ("Konfederacja_KP", "pl-sejm-10-konfederacja-kp"),
    ],
)
def test_the_size_is_expected_of_the_club_under_its_key(label, key):
    _, expectation = read("clubs", [a_club(id=label)])
    assert expectation.subject == key


@pytest.mark.parametrize("element", ["id", "name", "membersCount"])
def test_a_missing_element_of_a_club_is_a_named_error(element):
    assert f"`{element}`" in problem("clubs", [a_club(**{element: None})]).problem


@pytest.mark.parametrize("path", ["MP", "clubs"])
def test_an_empty_list_of_people_is_a_named_error(path):
    assert problem(path, []).element == "$"
