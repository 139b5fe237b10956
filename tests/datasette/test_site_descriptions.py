"""Every table, view and column is described, and nothing else is."""

from contextlib import closing

import pytest
from blank import blank_database

from scrapers.serving import read_config

DESCRIBED = read_config()["databases"]["ottawa"]["tables"]


def read_by_name(db):
    """Everything that can be read by its name, but for what SQLite keeps behind an index of words."""
    listed = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
    return [name for (name,) in listed if not name.startswith("sqlite_")]


@pytest.fixture(scope="module")
def columns():
    with closing(blank_database()) as db:
        return {
            name: [row[0] for row in db.conn.execute("SELECT name FROM pragma_table_info(?)", [name])]
            for name in read_by_name(db)
        }


def test_every_table_and_view_is_described_and_no_other(columns):
    assert set(DESCRIBED) == set(columns)


@pytest.mark.parametrize("table", DESCRIBED)
def test_every_column_is_described_and_no_other(columns, table):
    assert set(DESCRIBED[table]["columns"]) == set(columns[table])


@pytest.mark.parametrize("table", DESCRIBED)
def test_no_description_is_empty(table):
    words = [
        DESCRIBED[table]["title"],
        DESCRIBED[table]["description"],
        *DESCRIBED[table]["columns"].values(),
    ]
    assert all(isinstance(text, str) and text.strip() for text in words)


@pytest.mark.parametrize("table", DESCRIBED)
def test_labels_facets_and_orders_are_columns(columns, table):
    config = DESCRIBED[table]
    named = [
        config.get("label_column"),
        config.get("sort"),
        config.get("sort_desc"),
        *config.get("facets", []),
    ]
    assert {name for name in named if name} <= set(columns[table])


def test_the_plumbing_is_hidden():
    hidden = {name for name, config in DESCRIBED.items() if config.get("hidden")}
    assert {"_sqlite_migrations", "vote_ballots", "ballot_choices", "vote_bills"} <= hidden
    assert not hidden & {"votes", "ballots", "bills", "persons", "responses", "revisions", "discrepancies"}
