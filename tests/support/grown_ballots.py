"""A database of very many ballots, as many times over: the same people in further terms. Nobody in it exists.

    python tests/support/grown_ballots.py DATABASE TIMES

Fifty million take minutes this way, where `many_ballots.py` takes half an hour.
"""

import sys
from contextlib import closing
from pathlib import Path

from db.database import open_database, take_stock

TABLES = ("terms", "factions", "memberships", "sittings", "bills", "votes", "vote_bills", "vote_ballots")

OWN_IDS = {"id": None, "vote_id": "votes", "bill_id": "bills", "faction_id": "factions"}
"""Columns of ids that every copy has of its own, and the table that they are of."""

KEYS = ("key", "term", "sitting_key", "bill_key")
"""Columns of texts that every copy has of its own."""


def grow(path: Path, times: int) -> None:
    """Add copies until everything is there so many times."""
    with closing(open_database(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        ids = {table: db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] for table in TABLES[1:6]}
        index = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'vote_ballots_by_person'").fetchone()[
            0
        ]
        with db.atomic():
            db.execute("DROP INDEX vote_ballots_by_person")
            for copy in range(1, times):
                for table in TABLES:
                    _copy(db, table, copy, ids)
            db.execute(index)
            db.execute(f"INSERT INTO measure_pending SELECT 'vote', id FROM votes WHERE id > {ids['votes']}")
        take_stock(db)


def _copy(db, table, copy, ids):
    """Add a copy of the first rows of a table."""
    names = [row[0] for row in db.execute("SELECT name FROM pragma_table_info(?)", [table])]
    values = ", ".join(_value(table, name, copy, ids) for name in names)
    first = _first(table, ids)
    db.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table} WHERE {first}")


def _value(table, name, copy, ids):
    if name in OWN_IDS:
        return f"{name} + {copy * ids[OWN_IDS[name] or table]}"
    return f"replace({name}, '-chamber-', '-chamber-{copy}-')" if name in KEYS else name


def _first(table, ids):
    if table == "terms":
        return "key NOT GLOB '*-chamber-*-*'"
    name = "vote_id" if table in {"vote_bills", "vote_ballots"} else "id"
    return f"{name} <= {ids[OWN_IDS[name] or table]}"


if __name__ == "__main__":
    grow(Path(sys.argv[1]), int(sys.argv[2]))
