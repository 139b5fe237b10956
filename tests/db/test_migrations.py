import sqlite3

import pytest
from sqlite_utils import Database

from db.migrations import migrate, migrations, views


def schema(db):
    return sorted(
        (name, sql) for name, sql in db.conn.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
    )


@pytest.fixture
def fresh():
    db = Database(memory=True)
    yield db
    db.close()


def test_an_empty_file_becomes_a_house(fresh):
    migrate(fresh)
    assert {"votes", "vote_ballots", "findings"} <= set(fresh.table_names())
    assert {"ballots", "coverage", "discrepancies"} <= set(fresh.view_names())
    assert migrations.pending(fresh) == []


def test_a_current_database_is_left_alone(fresh):
    migrate(fresh)
    before, version = schema(fresh), fresh.execute("PRAGMA schema_version").fetchone()
    changes = fresh.conn.total_changes
    migrate(fresh)
    assert schema(fresh) == before
    assert fresh.execute("PRAGMA schema_version").fetchone() == version
    assert fresh.conn.total_changes == changes


def test_a_view_that_changed_is_made_anew(fresh):
    migrate(fresh)
    before = schema(fresh)
    fresh.execute("DROP VIEW ballots")
    fresh.execute("CREATE VIEW ballots AS SELECT 1 AS vote_key")
    migrate(fresh)
    assert schema(fresh) == before


def test_a_migration_that_fails_leaves_nothing(fresh, monkeypatch):
    monkeypatch.setattr("db.migrations._run", _half)
    with pytest.raises(sqlite3.OperationalError):
        migrate(fresh)
    assert "countries" not in fresh.table_names()


def _half(db, script):
    db.execute("CREATE TABLE countries (key TEXT)")
    db.execute("CREATE TABEL chambers (key TEXT)")


def test_rows_survive_a_second_opening(fresh):
    migrate(fresh)
    fresh["countries"].insert({"key": "zz", "name": "Nowhere"})
    migrate(fresh)
    assert list(fresh["countries"].rows) == [{"key": "zz", "name": "Nowhere"}]


def test_every_table_of_ours_is_strict(fresh):
    migrate(fresh)
    listed = fresh.execute("SELECT name FROM pragma_table_list WHERE type = 'table'").fetchall()
    ours = [name for (name,) in listed if not name.startswith(("_", "sqlite_"))]
    assert [name for name in ours if not fresh[name].strict] == []


def test_every_foreign_key_leads_to_a_key(fresh):
    migrate(fresh)
    for table in fresh.table_names():
        for _, _, other, _, column, *_ in fresh.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            unique = {index.columns[0] for index in fresh[other].indexes if index.unique}
            assert column in {*fresh[other].pks, *unique}, (table, other, column)


def test_views_come_in_alphabetical_order():
    names = [name for name, _ in views()]
    assert names == sorted(names)
    assert "ballots" in names


@pytest.mark.parametrize(("name", "sql"), [*views()])
def test_a_view_is_written_as_the_database_keeps_it(fresh, name, sql):
    assert sql.startswith(f"CREATE VIEW {name} AS")
    assert not sql.endswith(";")


def test_turns_of_an_older_database_keep_their_words_and_know_under_which_identifier_they_came(fresh):
    migrations.apply(fresh, stop_before="turns")
    fresh.execute("PRAGMA foreign_keys = OFF")
    known = [("zz-house-1", "1", 7, 7), ("zz-house-1", "2", 8, 8), ("zz-house-2", "2", 8, 9)]
    fresh.conn.executemany("INSERT INTO person_identifiers VALUES (?, ?, ?, ?)", known)
    usual = "'zz', 'zz-1', 's', '2025-01-15', 'live', 'https://a.example', 1"
    fresh.conn.executemany(
        "INSERT INTO speeches (chamber, term, sitting_key, date, origin, source_url, response_id,"
        f" id, key, position, text, person_id, person_method) VALUES ({usual}, ?, ?, ?, ?, ?, ?)",
        [
            (1, "a", 1, "Words.", 7, "identifier"),
            (2, "b", 2, None, 7, "name"),
            (3, "c", 3, None, 8, "identifier"),
        ],
    )
    fresh.execute("DELETE FROM search_pending")
    migrate(fresh)
    rows = fresh.execute(
        "SELECT key, text, person_id, own_id, is_unspoken FROM speeches ORDER BY id"
    ).fetchall()
    assert rows == [("a", "Words.", 7, 7, None), ("b", None, 7, None, None), ("c", None, 8, None, None)]
    assert fresh.execute("SELECT count(*) FROM search_pending").fetchone() == (0,)
    fresh.execute("UPDATE speeches SET text = 'Other words.' WHERE id = 2")
    assert fresh.execute("SELECT kind, subject_id FROM search_pending").fetchall() == [("speech", 2)]


def test_people_of_an_older_database_keep_their_ballots_names_and_identifiers(fresh):
    migrations.apply(fresh, stop_before="identities")
    fresh.execute("CREATE VIEW ballots AS SELECT name_id FROM vote_ballots JOIN person_names ON id = name_id")
    fresh.execute("PRAGMA foreign_keys = OFF")
    for row in (
        "person_identifiers VALUES ('zz-house', '1', 7)",
        "person_names VALUES (3, 7, 'Łąka', 'Member')",
        "vote_ballots VALUES (1, 7, 3, NULL, 2, NULL)",
    ):
        fresh.execute(f"INSERT INTO {row}")
    migrate(fresh)
    read = fresh.execute
    assert read("SELECT person_id, own_id FROM person_identifiers").fetchall() == [(7, 7)]
    assert read("SELECT id, person_id, own_id, folded_name FROM person_names").fetchall() == [
        (3, 7, 7, "member-laka")
    ]
    assert read("SELECT vote_id, person_id, name_id FROM vote_ballots").fetchall() == [(1, 7, 3)]
    references = {row[2] for row in read("PRAGMA foreign_key_list(vote_ballots)").fetchall()}
    assert "person_names" in references
