import datetime as dt

import pytest
from invented_house import MOMENT, ballot, faction, person, vote, who

from db.people import People
from db.records import Membership, Person
from db.rows import ContradictionError, Rows

LATER = "2025-02-02T10:00:00.000+00:00"


@pytest.fixture
def people(house):
    return People(house.db, Rows(house.db))


@pytest.fixture
def identify(house, people):
    def identify(scheme="zz-house", identifier="1", family_name="001", given_name="Member"):
        return people.identify((scheme, identifier, family_name, given_name), house.provenance())

    return identify


def seat(**changes):
    return Membership(**({"chamber": "zz-house", "start": dt.date(2024, 1, 1)} | changes))


def seats(house):
    return house.rows("SELECT key, withdrawn_at FROM memberships ORDER BY id")


def test_a_person_is_introduced_by_a_mention(house, identify):
    identify()
    assert house.row("SELECT key, name, is_stated FROM persons") == ("zz-house-1", "Member 001", 0)


def test_an_identifier_is_one_person_under_every_name(house, identify):
    first, name = identify()
    second, new_name = identify(family_name="001-Smith")
    assert first == second
    assert name != new_name
    assert house.rows("SELECT family_name FROM person_names ORDER BY id") == [("001",), ("001-Smith",)]


def test_a_name_is_two_persons_under_two_identifiers(identify):
    assert identify(identifier="1")[0] != identify(identifier="2")[0]


def test_the_same_identifier_in_another_scheme_is_another_person(identify):
    assert identify()[0] != identify(scheme="zz-senate")[0]


def test_a_person_is_found_again_by_a_later_run(house, identify):
    again = People(house.db, Rows(house.db))
    assert again.identify(("zz-house", "1", "001", "Member"), house.provenance()) == identify()


def test_two_identifiers_of_one_key_are_a_named_error(identify):
    identify(identifier="1/2")
    with pytest.raises(ContradictionError, match="zz-house 1-2: zz-house-1-2 is the key of another person"):
        identify(identifier="1-2")


def test_ids_of_a_transaction_that_was_rolled_back_are_forgotten(house, people, identify):
    given = house.provenance()
    house.db.execute("BEGIN")
    identify()
    people.faction("zz-house", None, "Blue", given)
    house.db.execute("ROLLBACK")
    people.forget()
    identify()
    people.faction("zz-house", None, "Blue", given)
    assert house.row("SELECT count(*) FROM persons") == (1,)
    assert house.row("SELECT count(*) FROM factions") == (1,)


def test_a_register_fills_in_what_a_ballot_mentioned(house):
    house.says(vote(ballot(1)))
    house.says(person(1, birth_date=dt.date(1970, 1, 31)))
    assert house.row("SELECT birth_date, birth_year, is_stated FROM persons") == ("1970-01-31", 1970, 1)
    assert house.row("SELECT count(*) FROM revisions") == (0,)


def test_a_ballot_changes_nothing_that_a_register_said(house):
    house.says(person(1))
    house.says(vote(ballot(1, given_name="Ex-Member")))
    assert house.row("SELECT name FROM persons") == ("Member 001",)


def test_a_year_of_birth_alone_is_kept(house):
    house.says(person(1, birth_year=1970))
    assert house.row("SELECT birth_date, birth_year FROM persons") == (None, 1970)


def test_a_register_read_twice_writes_once(house):
    again = person(1, memberships=(seat(), seat(faction="Blue")))
    house.says(again)
    assert house.says(again) == 0


def test_a_seat_and_a_place_in_a_faction_are_two_memberships(house):
    house.says(person(1, memberships=(seat(), seat(faction="Blue"))))
    assert seats(house) == [
        ("zz-house-1-in-zz-house-2024-01-01", None),
        ("zz-house-1-in-zz-house-blue-2024-01-01", None),
    ]


def test_a_member_who_left_and_came_back_has_two_seats(house):
    first = seat(end=dt.date(2024, 5, 1))
    house.says(person(1, memberships=(first, seat(start=dt.date(2024, 9, 1)))))
    assert len(seats(house)) == 2


def test_a_membership_without_days_belongs_to_its_term(house):
    house.says(person(1, memberships=(seat(start=None, term="zz-house-1", is_active=True),)))
    found = house.row("SELECT key, start_date, end_date, is_active FROM memberships")
    assert found == ("zz-house-1-in-zz-house-1", None, None, 1)


def test_a_membership_that_ended_makes_a_revision(house):
    house.says(person(1, memberships=(seat(),)))
    house.says(person(1, memberships=(seat(end=dt.date(2025, 1, 31)),)))
    assert house.row("SELECT column_name, old_value, new_value FROM revisions") == (
        "end_date",
        None,
        "2025-01-31",
    )


def test_a_member_who_changed_faction_keeps_the_earlier_one_marked(house):
    house.says(person(1, memberships=(seat(faction="Blue"),)), at=MOMENT)
    house.says(person(1, memberships=(seat(faction="Green"),)), at=LATER)
    assert seats(house) == [
        ("zz-house-1-in-zz-house-blue-2024-01-01", LATER),
        ("zz-house-1-in-zz-house-green-2024-01-01", None),
    ]


def test_the_memberships_of_others_in_the_same_answer_stand(house):
    house.says(person(1, memberships=(seat(),)), person(2, memberships=(seat(),)))
    assert [withdrawn_at for _, withdrawn_at in seats(house)] == [None, None]


def test_two_memberships_of_one_key_are_a_named_error(house):
    with pytest.raises(ContradictionError, match="zz-house-1-in-zz-house-2024-01-01: two memberships"):
        house.says(person(1, memberships=(seat(), seat(end=dt.date(2024, 5, 1)))))


def test_a_membership_that_is_listed_twice_is_one(house):
    house.says(person(1, memberships=(seat(), seat())))
    assert len(seats(house)) == 1


def test_a_ballot_makes_a_faction_with_its_label_only(house):
    house.says(vote(ballot(1)))
    assert house.row("SELECT key, label, name, is_stated FROM factions") == ("zz-house-blue", "Blue", None, 0)


def test_a_list_of_factions_fills_in_what_a_ballot_mentioned(house):
    house.says(vote(ballot(1)))
    house.says(faction("Blue", member_count=3))
    found = house.row("SELECT name, member_count, is_stated FROM factions")
    assert found == ("The Blue group", 3, 1)
    assert house.row("SELECT count(*) FROM revisions") == (0,)


def test_a_faction_that_grew_makes_a_revision(house):
    house.says(faction("Blue", member_count=3))
    house.says(faction("Blue", member_count=4))
    found = house.row("SELECT column_name, old_value, new_value FROM revisions")
    assert found == ("member_count", "3", "4")


def test_a_faction_named_in_passing_changes_nothing(house):
    house.says(faction("Blue"))
    house.says(faction("Blue", is_mention=True, name="Azure", name_sv="Blå"))
    assert house.row("SELECT name, name_sv FROM factions") == ("The Blue group", "Blå")
    assert house.row("SELECT count(*) FROM revisions") == (0,)


def test_a_label_is_another_faction_in_another_term(house, people):
    given = house.provenance()
    first = people.faction("zz-house", None, "Blue", given)
    assert people.faction("zz-house", "zz-house-1", "Blue", given) != first
    assert house.rows("SELECT key FROM factions ORDER BY id") == [("zz-house-blue",), ("zz-house-1-blue",)]


def test_a_person_who_changed_their_name_keeps_the_old_one(house):
    house.says(Person(id=who(1)))
    house.says(Person(id=who(1, family_name="001-Smith")))
    assert house.row("SELECT name FROM persons") == ("Member 001-Smith",)
    assert house.row("SELECT count(*) FROM person_names") == (2,)
    changed = dict(house.rows("SELECT column_name, old_value FROM revisions"))
    assert changed == {"name": "Member 001", "family_name": "001"}
