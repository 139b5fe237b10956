"""The curated statements and posts: each with its source, and no more than the source says."""

import csv
import datetime as dt
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from blank import blank_database

from db.dossier import entries, load_dossier
from db.writer import Writer
from scrapers.intake import register_all

STATEMENTS = {entry.key: entry for entry in entries() if entry.statement}
OFFICES = {entry.key: entry for entry in entries() if entry.office}
TABLE = Path(__file__).parents[4] / "shared" / "sources" / "statements.csv"


@pytest.fixture(scope="module")
def db():
    opened = blank_database()
    with opened.atomic():
        register_all(Writer(opened))
    load_dossier(opened)
    yield opened
    opened.close()


def rows(db, sql, *parameters):
    return db.execute(sql, parameters).fetchall()


def test_how_many_statements_there_are_of_each_state():
    assert Counter(entry.statement.country for entry in STATEMENTS.values()) == {
        "lt": 19,
        "fi": 12,
        "ee": 9,
        "pl": 9,
        "lv": 6,
        "no": 1,
        "ua": 1,
        None: 1,
    }


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_statement_has_an_address_and_a_gist_of_one_sentence(key):
    statement = STATEMENTS[key].statement
    assert statement.url.startswith("https://")
    assert len(statement.gist) <= 240
    assert statement.gist[0].isupper()
    assert re.findall(r"[.!?](?:\s|$)", statement.gist) == ["."]


@pytest.mark.parametrize("key", STATEMENTS)
def test_nobodys_words_are_carried(key):
    statement = STATEMENTS[key].statement
    assert statement.text is None
    assert not re.search(r"[\"“”„«»]", statement.gist)


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_statement_was_read_by_a_person(key):
    statement = STATEMENTS[key].statement
    assert statement.stance
    assert statement.arguments
    assert statement.signatories


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_statement_goes_by_one_key(key):
    assert STATEMENTS[key].statement.key == key


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_date_that_is_not_known_to_the_day_is_written_as_its_first(key):
    statement = STATEMENTS[key].statement
    firsts = {"day": statement.date, "month": statement.date.replace(day=1)}
    assert statement.date == firsts.get(statement.date_precision, statement.date.replace(month=1, day=1))


def test_the_joint_statement_of_18_march_2025_is_one_with_four_signatories(db):
    found = rows(
        db,
        "SELECT persons.name, statement_signatories.country FROM statements"
        " JOIN statement_signatories ON statement_id = statements.id"
        " JOIN persons ON persons.id = person_id"
        " WHERE channel = 'joint statement' AND date = '2025-03-18' ORDER BY position",
    )
    assert found == [
        ("Hanno Pevkur", "ee"),
        ("Andris Sprūds", "lv"),
        ("Dovilė Šakalienė", "lt"),
        ("Władysław Kosiniak-Kamysz", "pl"),
    ]


def test_finland_did_not_sign_it(db):
    found = rows(
        db,
        "SELECT DISTINCT statement_signatories.country FROM statement_signatories"
        " JOIN statements ON statements.id = statement_id WHERE channel = 'joint statement'",
    )
    assert ("fi",) not in found


def test_one_minister_can_take_both_sides_since_a_stance_is_the_statements(db):
    found = rows(
        db,
        "SELECT DISTINCT stance FROM statements JOIN statement_signatories ON statement_id = statements.id"
        " JOIN persons ON persons.id = person_id WHERE persons.name = 'Andris Sprūds' ORDER BY 1",
    )
    assert found == [("against",), ("for",)]


def test_an_institution_is_no_person(db):
    assert rows(db, "SELECT name FROM statement_signatories WHERE person_id IS NULL") == [
        ("Ministry of Foreign Affairs of Ukraine",)
    ]


def test_arguments_are_tags_given_by_a_person(db):
    found = rows(db, "SELECT tag FROM tags WHERE subject_key = 'fi-2025-04-01-purra' AND basis = 'curated'")
    assert found == [("military effectiveness",)]


def test_a_minister_is_one_person_in_statements_and_posts(db):
    found = rows(db, "SELECT name, count(*) FROM persons GROUP BY name HAVING count(*) > 1")
    assert found == []


def test_every_person_who_signed_something_has_a_post_in_that_month(db):
    found = rows(
        db,
        "SELECT statements.key, statement_signatories.name FROM statements"
        " JOIN statement_signatories ON statement_id = statements.id"
        " WHERE person_id IS NOT NULL AND NOT EXISTS ("
        "  SELECT 1 FROM offices WHERE offices.person_id = statement_signatories.person_id"
        "  AND substr(start_date, 1, 7) <= substr(date, 1, 7)"
        "  AND substr(date, 1, 7) <= substr(end_date, 1, 7))",
    )
    # The page has no date, so it proves no day in office.
    assert found == [("fi-undated-valtonen", "Elina Valtonen")]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Margus Tsahkna", "ee-riigikogu-aae0509c-c7cf-4949-a93b-b71393f9b5e6"),
        ("Hanno Pevkur", "ee-riigikogu-63db6a84-695e-4e4a-ab36-c2fc090ee4b5"),
        ("Donald Tusk", "pl-sejm-10-400"),
        ("Antti Häkkänen", "fi-eduskunta-1334"),
        ("Dovilė Šakalienė", "lt-seimas-79150"),
        ("Gitanas Nausėda", "lt-reported-gitanas-nauseda"),
    ],
)
def test_a_member_goes_by_the_official_identifier_so_that_turns_and_posts_meet(db, name, key):
    assert rows(db, "SELECT key FROM persons WHERE name = ?", name) == [(key,)]


@pytest.mark.parametrize("key", OFFICES)
def test_a_post_says_that_its_days_are_those_on_which_it_was_seen(key):
    entry = OFFICES[key]
    assert entry.note
    assert "at least" in entry.note or "inferred" in entry.note
    assert entry.office.start <= entry.office.end


def test_two_people_hold_no_post_on_one_day():
    held = sorted(
        (entry.office.country, entry.office.kind, entry.office.start, entry.office.end)
        for entry in OFFICES.values()
        if entry.office.kind in {"minister of defence", "minister of foreign affairs", "head of state"}
    )
    for (country, kind, _, end), (other, same, start, _) in pairwise(held):
        assert (country, kind) != (other, same) or end < start


def test_the_minister_of_defence_of_lithuania_on_8_may_2025_is_known():
    day = dt.date(2025, 5, 8)
    found = [
        entry.office.person.family_name
        for entry in OFFICES.values()
        if (entry.office.country, entry.office.kind) == ("lt", "minister of defence")
        and entry.office.start <= day <= entry.office.end
    ]
    assert found == ["Šakalienė"]


def table():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


collected = pytest.mark.skipif(
    not TABLE.is_file(), reason="the collected statements are not beside the project"
)


@collected
def test_every_collected_statement_is_carried():
    assert set(STATEMENTS) == {row["statement_id"] for row in table()}


@collected
def test_every_collected_signatory_is_carried():
    ours = Counter(key for key, entry in STATEMENTS.items() for _ in entry.statement.signatories)
    assert ours == Counter(row["statement_id"] for row in table())


@collected
def test_no_gist_is_a_copy_of_what_was_collected():
    for row in table():
        ours, theirs = (
            set(words(text)) for text in (STATEMENTS[row["statement_id"]].statement.gist, row["gist"])
        )
        assert not ours & theirs, row["statement_id"]


@collected
def test_what_was_collected_is_carried_unchanged():
    for row in table():
        statement = STATEMENTS[row["statement_id"]].statement
        assert statement.url == row["url"]
        assert statement.stance == row["stance_on_leaving"]
        assert list(statement.arguments) == row["argument_types"].split(";")


def words(text):
    """Five words in a row, for all beginnings."""
    found = re.findall(r"\w+", text.lower())
    return zip(*(found[start:] for start in range(5)), strict=False)
