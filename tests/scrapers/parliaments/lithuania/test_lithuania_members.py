"""Members and factions of an invented Seimas."""

import datetime as dt

import pytest
from invented_seimas import answer, error_of, faction, factions, member, members, only, post, read

from db.records import Faction, Person
from scrapers.parliaments.lithuania.members import is_faction

BLUE = "Mėlynųjų frakcija"


def person_of(*posts, **days):
    return only(Person, read(members(member(17, *posts, **days))))


def spells_of(*posts):
    return [(m.faction, str(m.start), m.end and str(m.end)) for m in person_of(*posts).memberships[1:]]


def test_a_member_has_a_name_and_an_identifier_that_holds_for_all_terms():
    person = person_of().id
    assert (person.scheme, person.identifier) == ("lt-seimas", "17")
    assert (person.family_name, person.given_name) == ("017", "Member")


def test_a_sitting_member_has_a_seat_without_an_end():
    (seat,) = person_of().memberships
    assert (seat.term, seat.faction) == ("lt-seimas-10", None)
    assert (seat.start, seat.end, seat.is_active) == (dt.date(2024, 11, 14), None, True)


def test_a_mandate_may_last_one_day():
    (seat,) = person_of(end="2024-11-14").memberships
    assert (seat.start, seat.end, seat.is_active) == (dt.date(2024, 11, 14), dt.date(2024, 11, 14), False)


def test_a_faction_is_known_by_its_number_and_has_the_label_of_ballots():
    assert spells_of(post(BLUE, "2024-11-14")) == [("LVŽSF", "2024-11-14", None)]


def test_a_faction_whose_abbreviation_is_unknown_goes_by_its_name():
    assert spells_of(post(BLUE, "2024-11-14", number="9999")) == [(BLUE, "2024-11-14", None)]


def test_the_mixed_group_is_a_faction():
    assert spells_of(post("Mišri Seimo narių grupė", "2024-11-14", number="47")) == [
        ("MG", "2024-11-14", None)
    ]


def test_a_leader_whose_role_does_not_say_member_is_in_the_faction():
    leader = post(BLUE, "2024-11-14", role="Frakcijos seniūnė")
    assert spells_of(leader) == [("LVŽSF", "2024-11-14", None)]


def test_roles_that_follow_each_other_are_one_time_in_the_faction():
    posts = (
        post(BLUE, "2024-11-14", "2025-03-10"),
        post(BLUE, "2025-03-11", "2025-09-10", role="Frakcijos seniūnas"),
        post(BLUE, "2025-09-10"),
    )
    assert spells_of(*posts) == [("LVŽSF", "2024-11-14", None)]


def test_roles_held_at_once_are_one_time_in_the_faction():
    posts = post(BLUE, "2024-11-14", "2025-09-10"), post(BLUE, "2024-12-01", "2025-01-01")
    assert spells_of(*posts) == [("LVŽSF", "2024-11-14", "2025-09-10")]


def test_leaving_a_faction_and_coming_back_are_two_times():
    posts = post(BLUE, "2024-11-14", "2025-01-01"), post(BLUE, "2025-03-01")
    assert spells_of(*posts) == [("LVŽSF", "2024-11-14", "2025-01-01"), ("LVŽSF", "2025-03-01", None)]


def test_a_renamed_faction_is_the_same_by_its_number():
    posts = post("Senoji frakcija", "2024-11-14", "2025-01-01"), post("Naujoji frakcija", "2025-01-02")
    assert spells_of(*posts) == [("LVŽSF", "2024-11-14", None)]


def test_committees_and_friendship_groups_are_no_factions():
    group = '<Pareigos parlamentinės_grupės_id="3" pareigos="Narys" data_nuo="2024-11-14" data_iki=""/>'
    assert spells_of(post("Ateities komitetas", "2024-11-14"), group) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (BLUE, True),
        ("Demokratų frakcija „Vardan Lietuvos“", True),
        ("Mišri Seimo narių grupė", True),
        ("Seimo frakcijos", False),
        ("Seimo narys, neįsiregistravęs į frakciją", False),
        ("Ateities komitetas", False),
    ],
)
def test_what_is_a_faction(name, expected):
    assert is_faction(name) is expected


def test_the_party_that_nominated_a_member_is_not_their_faction():
    nominated = member(17).replace("asmens_id", 'iškėlusi_partija="Green" asmens_id')
    (seat,) = only(Person, read(members(nominated))).memberships
    assert seat.faction is None


@pytest.mark.parametrize("count", [1, 2])
def test_one_item_or_many_are_read_alike(count):
    found = read(members(*(member(number) for number in range(count))))
    assert len([each for each in found if isinstance(each, Person)]) == count


def test_double_blanks_in_names_are_collapsed():
    mention = only(Faction, read(members(member(17, post("Mėlynųjų  frakcija", "2024-11-14")))))
    assert (mention.name, mention.is_mention) == (BLUE, True)


def test_200_with_an_empty_envelope_is_a_named_error():
    assert error_of(members()).problem == "none"


def test_an_answer_about_another_term_is_a_named_error():
    assert error_of(members(member(17), term=9)).element == "kadencijos_id"


def test_a_member_listed_twice_is_a_named_error():
    assert "each once" in error_of(members(member(17), member(17))).element


def test_a_date_in_another_format_is_a_named_error():
    error = error_of(members(member(17, start="14.11.2024")))
    assert (error.element, error.problem) == ("SeimoNarys/data_nuo", "'14.11.2024' is not a day")


def test_a_member_without_a_name_is_a_named_error():
    assert error_of(members(member(17).replace('vardas="Member"', ""))).element == "SeimoNarys/@vardas"


def test_a_faction_of_today_has_label_name_and_size():
    found = only(Faction, read(factions(faction("BLUE", "Mėlynųjų  frakcija", 3))))
    assert (found.label, found.name, found.member_count, found.is_mention) == ("BLUE", BLUE, 3, False)


def test_a_faction_of_another_size_than_its_list_is_a_named_error():
    error = error_of(factions(faction("BLUE", BLUE, 3, listed=2)))
    assert error.problem == "3 where 2 was expected"


def test_no_faction_at_all_is_a_named_error():
    assert error_of(factions()).element == "SeimoKadencija/SeimoFrakcija"


def test_a_faction_without_an_abbreviation_is_a_named_error():
    assert error_of(factions(faction("", BLUE, 1))).problem == "empty"


def test_a_body_that_is_not_xml_is_a_failed_answer_and_not_a_seimas_without_members():
    assert "not whole XML" in error_of(answer("ad_seimo_nariai?kadencijos_id=10", "ORA-06502")).problem
