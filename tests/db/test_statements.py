"""Statements have many signatories, and people hold offices from day to day."""

import datetime as dt

from invented_house import DAY, who
from msgspec import structs

from db.records import Office, Signatory, Statement

STATEMENT = Statement(
    key="zz-2025-01-15-joint",
    country=None,
    date=DAY,
    channel="joint statement",
    language="en",
    url="https://ministry.example/1",
    gist="Two ministers propose a thing.",
    stance="for",
    arguments=("alliance", "cost"),
    signatories=(
        Signatory(name="Ann Alder", person=who(1), office="Minister of Defence", country="zz"),
        Signatory(name="Somebody"),
    ),
)
SIGNED = "SELECT position, name, office, person_id IS NOT NULL FROM statement_signatories ORDER BY position"


def test_a_statement_has_all_its_signatories_in_order(house):
    house.says(STATEMENT)
    assert house.rows(SIGNED) == [(1, "Ann Alder", "Minister of Defence", 1), (2, "Somebody", None, 0)]


def test_tags_of_a_reader_are_marked_as_curated(house):
    house.says(STATEMENT)
    assert house.rows("SELECT tag, basis, subject_key FROM tags ORDER BY tag") == [
        ("alliance", "curated", STATEMENT.key),
        ("cost", "curated", STATEMENT.key),
    ]


def test_storing_a_statement_again_writes_nothing(house):
    house.says(STATEMENT)
    assert house.says(STATEMENT) == 0


def test_a_signatory_who_goes_leaves_a_revision(house):
    house.says(STATEMENT)
    house.says(structs.replace(STATEMENT, signatories=STATEMENT.signatories[:1]))
    assert house.rows(SIGNED) == [(1, "Ann Alder", "Minister of Defence", 1)]
    assert house.row("SELECT old_value, new_value FROM revisions") == (
        "Ann Alder (Minister of Defence), Somebody (?)",
        "Ann Alder (Minister of Defence)",
    )


def test_who_held_an_office_on_a_day_is_a_query(house):
    for number, first, last in ((1, 1, 14), (2, 15, None)):
        house.says(
            Office(
                key=f"zz-defence-{number}",
                country="zz",
                person=who(number),
                kind="minister of defence",
                title="Minister of Defence",
                start=dt.date(2025, 1, first),
                end=last and dt.date(2025, 1, last),
            )
        )
    holders = house.rows(
        "SELECT persons.key FROM offices JOIN persons ON persons.id = person_id"
        " WHERE offices.country = 'zz' AND kind = 'minister of defence'"
        " AND start_date <= :day AND coalesce(end_date, '9999') >= :day",
        "2025-01-15",
    )
    assert holders == [("zz-house-2",)]
