"""The bench of the site: what it asks for and how it counts."""

import sqlite3
from contextlib import closing

import bench_site
from bench_site import PAGES, pages


def test_the_late_one_is_the_95th_of_a_hundred():
    middle, late = bench_site._shares(tuple(number / 1000 for number in range(100)))
    assert (round(middle), round(late)) == (50, 95)


def test_every_kind_of_page_is_asked_for(tmp_path):
    tables = {
        "faction_votes": "vote_key, chamber, ballots",
        "bills": "key, is_tracked",
        "persons": "key",
        "factions": "key",
        "speeches": "sitting_key",
        "statements": "key",
    }
    with closing(sqlite3.connect(tmp_path / "small.db", isolation_level=None)) as db:
        for table, columns in tables.items():
            db.execute(f"CREATE TABLE {table} ({columns})")
        db.execute("INSERT INTO faction_votes VALUES ('xa-1', 'xa-chamber', 1)")
        db.execute("INSERT INTO bills VALUES ('bill', 1)")
        for table in ("persons", "factions", "statements", "speeches"):
            db.execute(f"INSERT INTO {table} VALUES ('xa-key')")
    found = pages(tmp_path / "small.db")
    assert set(PAGES) < set(found)
    assert {"/votes/xa-1", "/bills/bill", "/debates/xa-key"} < set(found)
    assert "/ottawa/ballots?vote_key=xa-1&_facet=option&_facet=faction" in found
