import sqlite3
from contextlib import closing
from typing import get_args

import pytest
from invented_house import MOMENT, URL, House, vote

from db.database import AROUND_BALLOTS, FACETS_OF_SPEECHES, open_database, take_stock
from db.ledger import Mode, ProblemState, RunState
from db.records import (
    BallotsStatus,
    Basis,
    Confidence,
    Evidence,
    Meaning,
    Method,
    Option,
    Origin,
    Outcome,
    Precision,
    StageKind,
)


def pragma(db, name):
    return db.execute(f"PRAGMA {name}").fetchone()[0]


def test_foreign_keys_are_enforced(db):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db["terms"].insert({"key": "xx-1", "chamber": "xx", "label": "1"})


def test_a_file_is_written_ahead_and_synchronised_at_checkpoints(tmp_path):
    with closing(open_database(tmp_path / "house.db")) as db:
        assert (pragma(db, "journal_mode"), pragma(db, "synchronous")) == ("wal", 1)


def test_a_reader_sees_the_last_state_while_a_transaction_is_open(tmp_path):
    path = tmp_path / "house.db"
    with closing(open_database(path)) as writer, closing(open_database(path)) as reader:
        house = House(writer)
        with writer.atomic():
            house.writer.store([vote()], house.provenance())
            assert reader.execute("SELECT count(*) FROM votes").fetchone() == (0,)
        assert reader.execute("SELECT count(*) FROM votes").fetchone() == (1,)


def test_what_was_stored_is_there_again(tmp_path):
    with closing(open_database(tmp_path / "house.db")) as db:
        House(db).says(vote())
    with closing(open_database(tmp_path / "house.db")) as db:
        assert db.execute("SELECT count(*) FROM ballots").fetchone() == (3,)


def test_what_was_not_committed_is_gone(tmp_path):
    with closing(open_database(tmp_path / "house.db")) as db:
        house = House(db)
        db.execute("BEGIN")
        house.writer.store([vote()], house.provenance())
    with closing(open_database(tmp_path / "house.db")) as db:
        assert db.execute("SELECT count(*) FROM votes").fetchone() == (0,)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "house.db"
    path.write_text("<html>Request Rejected</html>" * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        open_database(path)


def test_a_number_where_a_text_belongs_is_refused(db):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store"):
        db.execute("INSERT INTO countries (key, name) VALUES ('zz', x'00')")


def test_a_row_with_two_sources_is_refused(house):
    entry = house.entry("https://book.example")
    house.says(vote())
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        house.db.execute("UPDATE votes SET dossier_entry_id = ?", [entry])


def test_a_count_without_published_ballots_is_refused(house):
    house.says(vote())
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        house.db.execute("UPDATE votes SET ballots_status = 'secret'")


def test_a_derived_option_without_a_rule_is_refused(house):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        house.db.execute(
            "INSERT INTO ballot_labels (chamber, label, option, basis)"
            " VALUES ('zz-house', 'Away', 'absent', 'derived')"
        )


def test_a_membership_that_ends_before_it_begins_is_refused(house):
    house.says(vote())
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        house.db.execute(
            "INSERT INTO memberships (key, person_id, chamber, start_date, end_date, origin, source_url,"
            " response_id) VALUES ('k', 1, 'zz-house', '2025-02-01', '2025-01-31', 'live', ?, 1)",
            [URL],
        )


VOCABULARIES = [
    ("votes", "meaning_of_yes", Meaning),
    ("votes", "method", Method),
    ("votes", "ballots_status", BallotsStatus),
    ("votes", "outcome", Outcome),
    ("votes", "origin", Origin),
    ("ballot_labels", "option", Option),
    ("ballot_labels", "basis", Basis),
    ("stages", "kind", StageKind),
    ("stages", "date_precision", Precision),
    ("dossier_entries", "confidence", Confidence),
    ("parsers", "evidence", Evidence),
    ("runs", "mode", Mode),
    ("runs", "state", RunState),
    ("run_problems", "state", ProblemState),
]


def allowed(db, table, column):
    """The words that the CHECK on this column lists."""
    sql = " ".join(db[table].schema.split())
    listed = sql.partition(f" {column} IN (")[2].partition(")")[0]
    return {word.strip().strip("'") for word in listed.split(",")}


@pytest.mark.parametrize(("table", "column", "words"), VOCABULARIES)
def test_the_table_allows_what_the_vocabulary_says_and_nothing_else(db, table, column, words):
    assert allowed(db, table, f"({column}" if f"({column} IN" in db[table].schema else column) == set(
        get_args(words)
    )


@pytest.mark.parametrize("option", ["maybe", "YES", "", "yes "])
def test_an_option_outside_the_vocabulary_is_refused(house, option):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        house.db.execute(
            "INSERT INTO ballot_labels (chamber, label, option, basis) VALUES ('zz-house', 'x', ?, 'stated')",
            [option],
        )


def test_a_second_ballot_of_a_person_in_a_vote_is_refused(house):
    house.says(vote())
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        house.db.execute("INSERT INTO vote_ballots SELECT * FROM vote_ballots LIMIT 1")


def test_a_sound_house_has_no_dangling_reference(sound_house):
    assert sound_house.rows("PRAGMA foreign_key_check") == []
    assert sound_house.row("PRAGMA integrity_check") == ("ok",)


def test_the_moments_of_a_house_are_those_it_was_told(sound_house):
    assert sound_house.rows("SELECT DISTINCT fetched_at FROM responses") == [(MOMENT,)]


def test_stock_is_taken_of_the_tables_around_ballots_only(sound_house):
    take_stock(sound_house.db)
    known = {table for (table,) in sound_house.rows("SELECT tbl FROM sqlite_stat1")}
    assert known - {"speeches"} == set(AROUND_BALLOTS)


def test_of_speeches_stock_is_taken_of_the_facets_alone(sound_house):
    take_stock(sound_house.db)
    known = sound_house.rows("SELECT idx FROM sqlite_stat1 WHERE tbl = 'speeches'")
    assert {index for (index,) in known} <= set(FACETS_OF_SPEECHES)


def test_stock_that_is_taken_again_is_the_same(sound_house):
    take_stock(sound_house.db)
    before = sound_house.rows("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx")
    take_stock(sound_house.db)
    assert sound_house.rows("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx") == before
