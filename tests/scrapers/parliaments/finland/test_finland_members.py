"""A member with mandates and groups, on an invented Eduskunta."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_eduskunta import answer, group_spell, member, read

from db.records import Faction
from scrapers.pages import PageError

PATH = "kansanedustajat/1"
GREEN = "VIHR01~VIHREÄ EDUSKUNTARYHMÄ"


def person_of(wire):
    return read(answer(PATH, wire))[-1]


def error_of(wire, path=PATH):
    with pytest.raises(PageError) as caught:
        read(answer(path, wire))
    return caught.value


def seats_of(person):
    return [membership for membership in person.memberships if membership.faction is None]


def spells_of(person):
    return [membership for membership in person.memberships if membership.faction is not None]


def test_a_member_goes_by_the_name_they_are_called():
    who = person_of(member()).id
    assert (who.scheme, who.identifier) == ("fi-eduskunta", "1")
    assert (who.given_name, who.family_name) == ("Member", "001")


def test_a_member_has_a_year_of_birth_and_no_more():
    person = person_of(member())
    assert (person.birth_year, person.birth_date) == (1970, None)


def test_a_mandate_is_a_seat_from_day_to_day():
    mandates = [{"alkupvm": "2019-04-17", "loppupvm": "2023-04-04"}]
    seat = seats_of(person_of(member(edustajatoimet=mandates)))[0]
    assert (seat.start, seat.end) == (dt.date(2019, 4, 17), dt.date(2023, 4, 4))
    assert not seat.is_active


def test_an_interrupted_mandate_is_kept_uncut_but_is_not_active():
    interruption = [{"alkupvm": "2024-07-16", "loppupvm": None, "selite": {}, "tilallaHenkilo": {}}]
    wire = member(edustajantoimenTila="Keskeytynyt", edustajatoimiKeskeytynyt=interruption)
    seat = seats_of(person_of(wire))[0]
    assert (seat.start, seat.end, seat.is_active) == (dt.date(2023, 4, 5), None, False)


def test_an_open_mandate_of_a_sitting_member_is_active():
    assert [seat.is_active for seat in seats_of(person_of(member()))] == [True]


def test_an_unknown_state_of_the_mandate_is_a_named_error():
    assert error_of(member(edustajantoimenTila="Uusi")).element == "edustajantoimenTila"


def test_a_member_who_changed_group_has_both_spells():
    groups = [
        group_spell("BLUE01~SININEN", "2023-04-05", "2025-01-31"),
        group_spell(GREEN, "2025-02-01", None),
    ]
    spells = spells_of(person_of(member(eduskuntaryhmat=groups)))
    assert [(spell.faction, spell.start, spell.end) for spell in spells] == [
        ("blue", dt.date(2023, 4, 5), dt.date(2025, 1, 31)),
        ("vihr", dt.date(2025, 2, 1), None),
    ]


def test_the_label_of_a_group_is_the_letters_of_its_code():
    groups = [group_spell("PS01~PERUSSUOMALAISTEN EDUSKUNTARYHMÄ", "2023-04-05", None)]
    assert spells_of(person_of(member(eduskuntaryhmat=groups)))[0].faction == "ps"


@given(st.text().filter(lambda code: "01~" not in code))
def test_a_code_of_another_form_is_a_named_error(code):
    groups = [group_spell(code, "2023-04-05", None)]
    assert error_of(member(eduskuntaryhmat=groups)).element == "eduskuntaryhmat.tunnus"


def test_a_time_outside_all_groups_is_no_spell():
    groups = [group_spell("EK~-", "2023-04-05", None, name="Eduskuntaryhmään kuulumaton")]
    person = person_of(member(eduskuntaryhmat=groups))
    assert (spells_of(person), len(seats_of(person))) == ([], 1)


def test_each_group_is_mentioned_once_with_both_names():
    groups = [
        group_spell("BLUE01~SININEN", "2019-04-17", "2019-04-23"),
        group_spell("BLUE01~SININEN", "2023-04-05", None),
    ]
    mentioned = read(answer(PATH, member(eduskuntaryhmat=groups)))[:-1]
    assert mentioned == (
        Faction(
            chamber="fi-eduskunta",
            label="blue",
            name="Sininen eduskuntaryhmä",
            name_sv="blå",
            is_mention=True,
        ),
    )


def test_a_member_without_a_mandate_is_a_named_error():
    assert error_of(member(edustajatoimet=[])).element == "edustajatoimet"


def test_an_answer_about_another_member_is_a_named_error():
    assert error_of(member(2)).element == "henkilonro"


@pytest.mark.parametrize("element", sorted(set(member()) - {"etunimet"}))
def test_an_element_that_is_missing_is_a_named_error(element):
    wire = {name: value for name, value in member().items() if name != element}
    assert element in error_of(wire).problem
