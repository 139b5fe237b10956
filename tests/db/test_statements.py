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


def announced(**changes):
    fields = {"text": None, "gist": None, "stance": None, "arguments": (), "is_mention": True, **changes}
    return structs.replace(STATEMENT, **fields)


def stored(house, columns):
    return house.row(f"SELECT {columns} FROM statements")


def test_an_announcement_is_stored_with_its_signatories(house):
    house.says(announced(title="As announced"))
    assert stored(house, "title, text") == ("As announced", None)
    assert len(house.rows(SIGNED)) == 2


def test_the_statement_itself_fills_in_an_announcement_without_a_revision(house):
    house.says(announced())
    house.says(structs.replace(STATEMENT, text="Words"))
    assert stored(house, "text, stance") == ("Words", "for")
    assert house.rows("SELECT * FROM revisions") == []


def test_an_announcement_takes_nothing_away_from_a_statement(house):
    house.says(structs.replace(STATEMENT, title="As printed", text="Words"))
    late = announced(title="As announced", signatories=STATEMENT.signatories[:1], date=dt.date(2025, 2, 1))
    assert house.says(late) == 0
    assert stored(house, "title, text, date") == ("As printed", "Words", DAY.isoformat())


def test_a_moment_stays_where_a_later_answer_has_the_day_only(house):
    house.says(announced(time=dt.datetime(2025, 1, 15, 9, tzinfo=dt.UTC)))
    house.says(STATEMENT)
    assert stored(house, "time") == ("2025-01-15T09:00:00.000+00:00",)


def test_signatories_stay_where_a_later_answer_names_none(house):
    house.says(STATEMENT)
    house.says(structs.replace(STATEMENT, signatories=()))
    assert len(house.rows(SIGNED)) == 2


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
