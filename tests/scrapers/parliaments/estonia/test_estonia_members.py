import datetime as dt

import pytest
from estonia_answers import API, a_faction_spell, a_member, a_spell, changed, coded, problem_at, read_at, uuid

from db.records import Expectation, Faction, Membership, Person, PersonId

LIST_URL = f"{API}/plenary-members"
MEMBER_URL = f"{API}/plenary-members/{uuid(1017)}"
GROUPS_URL = f"{API}/usergroups"
GROUP_URL = f"{API}/usergroups/{uuid(1)}"

OUTSIDE = a_faction_spell("Fraktsiooni mittekuuluvad", "2023-04-10", "2023-04-11")
GREEN = a_faction_spell("Green fraktsioon", "2023-04-11", "2024-02-01")
BLUE = a_faction_spell("Blue fraktsioon", "2024-02-01")


def the_person(url, content):
    (person,) = [record for record in read_at(url, content) if isinstance(record, Person)]
    return person


def factions_of(person):
    return [(place.faction, place.is_active) for place in person.memberships if place.faction]


def a_detail(*terms, **changes):
    content = a_member(memberships=list(terms), status="OK", errors=[], plenaryMembership=None)
    return changed(content, **changes)


def a_term(*factions, seats=None, term=15):
    roles = [a_spell(term=term)] if seats is None else list(seats)
    return {"membershipNumber": term, "factions": list(factions), "membershipRoleItems": roles}


def a_group(number=1, **changes):
    content = {"uuid": uuid(number), "name": "Blue fraktsioon", "type": coded("FRAKTSIOON"), "active": True}
    return changed(content, **changes)


def a_group_member(end=None, job="RIIGIKOGU_LIIGE"):
    return {"uuid": uuid(1017), "membership": {**a_spell(end=end), "jobTitle": coded(job)}}


def test_a_member_is_named_by_an_identifier_that_outlasts_terms():
    assert the_person(LIST_URL, [a_member()]).id == PersonId(
        scheme="ee-riigikogu", identifier=uuid(1017), family_name="017", given_name="Member"
    )


def test_a_member_has_a_birth_date_where_the_source_gives_one():
    assert the_person(LIST_URL, [a_member()]).birth_date == dt.date(1970, 2, 3)
    assert the_person(LIST_URL, [a_member(dateOfBirth=None)]).birth_date is None


def test_a_seat_has_its_term_and_a_faction_goes_on_through_the_terms():
    person = the_person(LIST_URL, [a_member(BLUE)])
    seat = {"chamber": "ee-riigikogu", "is_active": True}
    assert person.memberships == (
        Membership(**seat, term="ee-riigikogu-15", start=dt.date(2023, 4, 10)),
        Membership(**seat, faction="Blue fraktsioon", start=dt.date(2024, 2, 1)),
    )


@pytest.mark.parametrize("listed", [[OUTSIDE, GREEN, BLUE], [BLUE, OUTSIDE, GREEN], [GREEN, BLUE, OUTSIDE]])
def test_factions_are_a_history_whatever_the_order_and_the_current_one_has_no_end(listed):
    assert factions_of(the_person(LIST_URL, [a_member(*listed)])) == [
        ("Fraktsiooni mittekuuluvad", False),
        ("Green fraktsioon", False),
        ("Blue fraktsioon", True),
    ]


def test_a_faction_may_have_been_left_on_the_day_it_was_joined():
    one_day = a_faction_spell("Green fraktsioon", "2023-04-11", "2023-04-11")
    place = the_person(LIST_URL, [a_member(one_day)]).memberships[-1]
    assert place.start == place.end


def test_of_someone_who_left_no_place_is_active():
    person = the_person(LIST_URL, [a_member(BLUE, active=False)])
    assert {place.is_active for place in person.memberships} == {False}


def test_someone_who_left_may_be_without_seat_and_factions_in_the_list():
    person = the_person(LIST_URL, [a_member(active=False, plenaryMembership=None)])
    assert person.memberships == ()


def test_a_sitting_member_without_a_seat_is_a_named_error():
    assert problem_at(LIST_URL, [a_member(plenaryMembership=None)]).element == "$[0].plenaryMembership"


def test_the_factions_of_the_members_are_told_once_each():
    found = read_at(LIST_URL, [a_member(BLUE, GREEN), a_member(BLUE, uuid=uuid(1018))])
    factions = [record for record in found if isinstance(record, Faction)]
    assert [(faction.label, faction.is_mention) for faction in factions] == [
        ("Blue fraktsioon", True),
        ("Green fraktsioon", True),
    ]


def test_a_member_of_an_unknown_term_is_a_named_error():
    found = problem_at(LIST_URL, [a_member(plenaryMembership=a_spell(term=16))])
    assert (found.element, found.problem) == ("$[0].membershipNumber", "unknown word 16")
    assert problem_at(LIST_URL, [a_member(a_faction_spell("Blue", term=6))]).problem == "unknown word 6"


def test_an_empty_list_of_members_is_a_named_error():
    assert problem_at(LIST_URL, []).element == "$"


@pytest.mark.parametrize("element", ["uuid", "firstName", "lastName", "active", "factions"])
def test_a_missing_element_of_a_member_is_a_named_error(element):
    found = problem_at(LIST_URL, [a_member(), a_member(**{element: None})])
    assert found.element == "$[1]"
    assert f"`{element}`" in found.problem


def test_a_member_has_the_seats_of_all_terms():
    content = a_detail(a_term(BLUE), a_term(term=14, seats=[a_spell("2019-04-04", "2023-04-10", term=14)]))
    seats = [place for place in the_person(MEMBER_URL, content).memberships if place.faction is None]
    assert [(seat.term, str(seat.start), seat.is_active) for seat in seats] == [
        ("ee-riigikogu-15", "2023-04-10", True),
        ("ee-riigikogu-14", "2019-04-04", False),
    ]


def test_a_member_tells_the_same_of_the_current_term_as_the_list():
    listed = the_person(LIST_URL, [a_member(OUTSIDE, BLUE)])
    assert the_person(MEMBER_URL, a_detail(a_term(BLUE, OUTSIDE))) == listed


def test_a_partial_member_is_a_named_error():
    found = problem_at(MEMBER_URL, a_detail(a_term(), status="PARTIAL"))
    assert (found.element, "partial" in found.problem) == ("$.status", True)


def test_another_member_than_the_one_asked_for_is_a_named_error():
    assert problem_at(MEMBER_URL, a_detail(a_term(), uuid=uuid(1018))).element == "$.uuid"


def test_of_the_groups_only_factions_are_told():
    committee = a_group(2, name="Komisjon", type=coded("ALALINE_KOMISJON"))
    (faction,) = read_at(GROUPS_URL, [committee, a_group()])
    assert (faction.label, faction.name, faction.is_mention) == ("Blue fraktsioon", "Blue fraktsioon", True)


def test_a_faction_without_a_name_is_a_named_error():
    assert uuid(1) in problem_at(GROUPS_URL, [a_group(name=None)]).problem


def test_the_english_list_lacks_names_and_is_not_read():
    assert read_at(f"{GROUPS_URL}?lang=EN", [a_group(name=None)]) == ()
    assert len(read_at(f"{GROUPS_URL}?lang=ET", [a_group()])) == 1


def test_groups_without_a_faction_among_them_are_a_named_error():
    assert problem_at(GROUPS_URL, [a_group(type=coded("YHENDUS"))]).problem == "no faction among the groups"


def test_the_size_of_a_faction_counts_neither_its_staff_nor_those_who_left():
    members = [a_group_member(), a_group_member(), a_group_member("2024-01-01"), a_group_member(job="NOUNIK")]
    faction, expectation = read_at(GROUP_URL, {**a_group(), "members": members})
    assert (faction.member_count, faction.is_mention) == (2, False)
    assert expectation == Expectation(subject="ee-riigikogu-blue-fraktsioon", what="members", expected=2)


def test_of_a_committee_nothing_is_told():
    content = {**a_group(type=coded("ALALINE_KOMISJON")), "members": [a_group_member()]}
    assert read_at(GROUP_URL, content) == ()


def test_a_faction_without_anybody_is_a_named_error():
    assert problem_at(GROUP_URL, {**a_group(), "members": []}).element == "$.members"


def test_another_group_than_the_one_asked_for_is_a_named_error():
    content = {**a_group(2), "members": [a_group_member()]}
    assert problem_at(GROUP_URL, content).element == "$.uuid"
