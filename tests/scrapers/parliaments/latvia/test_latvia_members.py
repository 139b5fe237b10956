"""The list of members and the page of a member, about nobody."""

import datetime as dt

import pytest
from invented_saeima import UNID, answer, on_list, place, problem, read

from db.records import Faction
from scrapers.parliaments.latvia.members import members_of

BASE = "https://titania.saeima.lv/personal/deputati/saeima14_depweb_public.nsf"
LIST = f"{BASE}/deputies?OpenView&count=1000&lang=LV"
MEMBER = f"{BASE}/0/{UNID}?OpenDocument&lang=LV"
JV = "Frakcija JAUNĀ VIENOTĪBA"
BORN = '<div><span><script>x("form_birth_date_female","Dzimusi")</script>: </span><span>1970<script></div>'


def member(*places, more="", url=MEMBER):
    (person,) = read(url, "".join(places or (place(),)) + more)
    return person


def spells(*places, **options):
    return [
        (spell.faction, f"{spell.start}", spell.end and f"{spell.end}")
        for spell in member(*places, **options).memberships
    ]


def test_a_list_gives_the_factions_of_its_members_once():
    factions = read(LIST, on_list(1) + on_list(2) + on_list(3, shortStr="SARKANIE", lst="Sarkanā frakcija"))
    assert factions == (
        Faction(chamber="lv-saeima", term="lv-saeima-14", label="SARKANIE", name="Sarkanā frakcija"),
        Faction(chamber="lv-saeima", term="lv-saeima-14", label="ZILIE", name="Zilā frakcija"),
    )


def test_members_outside_the_factions_make_none():
    assert read(LIST, on_list(shortStr="", lst="Pie frakcijām nepiederošie deputāti")) == ()


def test_a_code_that_drifted_makes_no_second_faction():
    (faction,) = read(LIST, on_list(shortStr="ST!", lst="Zilā frakcija"))
    assert faction.label == "ST"


@pytest.mark.parametrize("language", ["EN", "FR", "en"])
def test_names_in_other_languages_are_translations_and_not_stored(language):
    assert read(LIST.replace("lang=LV", f"lang={language}"), on_list()) == ()


def test_the_members_of_a_list_have_the_fields_of_the_source():
    (found,) = members_of(answer(LIST, on_list()))
    assert found == {
        "sname": "001",
        "name": "Member",
        "shortStr": "ZILIE",
        "lst": "Zilā frakcija",
        "unid": f"{1:032}",
    }


def test_a_quotation_mark_in_a_name_has_a_backslash_before_it():
    (found,) = read(LIST, on_list(lst=r"Frakcija \"Zilie\""))
    assert found.name == 'Frakcija "Zilie"'


def test_a_list_without_members_is_refused():
    assert problem(LIST, "<html>drawDep</html>").problem == "not called: an empty list, or another page"


def test_a_member_who_is_listed_twice_is_refused():
    assert problem(LIST, on_list(1) + on_list(2, sname="001")).problem == "'member-001' is listed twice"


def test_a_label_with_two_names_is_refused():
    assert problem(LIST, on_list(1) + on_list(2, lst="Cita frakcija")).problem == "'ZILIE' has two names"


@pytest.mark.parametrize("field", ["sname", "name", "shortStr", "lst", "unid"])
def test_a_field_that_a_list_lacks_is_named(field):
    assert problem(LIST, on_list(**{field: None})).element == f"drawDep.{field}"


@pytest.mark.parametrize("field", ["sname", "unid"])
def test_a_field_that_a_list_leaves_empty_is_named(field):
    assert problem(LIST, on_list(**{field: ""})).element == f"drawDep.{field}"


def test_a_member_is_known_by_the_name_within_the_term():
    person = member()
    assert (person.id.scheme, person.id.identifier) == ("lv-saeima-14", "member-001")
    assert (person.id.given_name, person.id.family_name) == ("Member", "001")


def test_a_mandate_without_an_end_goes_on():
    (spell,) = member().memberships
    assert (spell.faction, spell.start, spell.end, spell.is_active) == (
        None,
        dt.date(2022, 11, 1),
        None,
        True,
    )


def test_a_member_who_left_and_came_back_has_two_mandates():
    first = place(dtT="20.09.2023")
    second = place(dtF="01.02.2024")
    assert spells(first, second) == [(None, "2022-11-01", "2023-09-20"), (None, "2024-02-01", None)]


def test_a_faction_has_the_label_that_ballots_carry():
    assert spells(place(), place("2", str=JV)) == [(None, "2022-11-01", None), ("JV", "2022-11-01", None)]


def test_a_place_that_is_drawn_twice_is_one():
    assert len(spells(place(), place(), place("2", str=JV), place("2", str=JV, position="Cits"))) == 2


def test_time_outside_the_factions_is_no_membership_of_one():
    assert len(spells(place(), place("2", str="Pie frakcijām nepiederošie deputāti"))) == 1


@pytest.mark.parametrize("kind", ["3", "4", "5", "6", "11", "DG1", "DG2"])
def test_committees_delegations_and_groups_are_not_read(kind):
    assert len(spells(place(), place(kind, str="Zilā komisija"))) == 1


def test_an_unknown_kind_of_place_is_refused():
    assert problem(MEMBER, place() + place("99")).problem == "unknown kind of place '99'"


def test_an_unknown_faction_is_refused():
    assert problem(MEMBER, place() + place("2", str="Cita frakcija")).problem == (
        "unknown faction 'Cita frakcija'"
    )


def test_of_a_term_whose_labels_are_not_known_only_the_mandate_is_told():
    older = MEMBER.replace("saeima14", "saeima13")
    assert spells(place(), place("2", str="Cita frakcija"), url=older) == [(None, "2022-11-01", None)]


def test_a_member_without_a_mandate_is_refused():
    assert problem(MEMBER, place("2", str=JV)).problem == "no mandate"


def test_a_page_of_two_people_is_refused():
    assert problem(MEMBER, place() + place(sname="002")).problem == "places of several people"


def test_a_page_without_places_is_refused():
    assert problem(MEMBER, "<html></html>").element == "drawWN"


@pytest.mark.parametrize("date", ["2022-11-01", "32.01.2022", ""])
def test_the_first_day_of_a_place_must_be_a_date(date):
    assert problem(MEMBER, place(dtF=date)).element == "drawWN.dtF"


def test_a_member_has_a_year_of_birth_where_the_page_tells_it():
    assert member(more=BORN).birth_year == 1970
    assert member().birth_year is None


def test_addresses_and_assistants_are_never_read():
    private = "<a href='mailto:someone@example.org'>someone@example.org</a> Palīgs: Member 999"
    assert member(more=private) == member()
