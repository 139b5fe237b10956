"""Joining two rows of one person, and taking them apart again without loss.

The row that gives way is set aside whole, under its own id, which every printed name and membership carries
too (`own_id`). By it a ballot, through the name that it was printed with, finds its way back.
"""

from __future__ import annotations

import sqlite3

REPOINT = {
    "person_identifiers": "UPDATE person_identifiers SET person_id = :to WHERE own_id = :own",
    "memberships": "UPDATE memberships SET person_id = :to WHERE own_id = :own",
    # Before the ballots, by which it finds its rows.
    "ballot_choices": """
        UPDATE ballot_choices SET person_id = :to
        WHERE person_id = :from AND vote_id IN (
            SELECT vote_id
            FROM vote_ballots JOIN person_names ON person_names.id = vote_ballots.name_id
            WHERE vote_ballots.person_id = :from AND person_names.own_id = :own
        )""",
    "vote_ballots": """
        UPDATE vote_ballots SET person_id = :to
        WHERE person_id = :from AND name_id IN (SELECT id FROM person_names WHERE own_id = :own)""",
    "speeches": "UPDATE speeches SET person_id = :to WHERE own_id = :own",
    "offices": "UPDATE offices SET person_id = :to WHERE own_id = :own",
    "statement_signatories": "UPDATE statement_signatories SET person_id = :to WHERE own_id = :own",
    "person_names": "UPDATE person_names SET person_id = :to WHERE own_id = :own",
}
"""How the rows of one identifier are moved to another person, by table, in this order."""

OTHERS = """
SELECT tables.name, links."from"
FROM sqlite_master AS tables JOIN pragma_foreign_key_list(tables.name) AS links
WHERE tables.type = 'table' AND links."table" = 'persons' AND links."to" = 'id'
ORDER BY tables.name, links."from"
"""
"""Every column that refers to a person."""


def join(connection: sqlite3.Connection, own_id: int, person_id: int) -> None:
    """Set the row of a person aside, and let all that refers to it refer to another one.

    Nobody may be joined to the row that gives way.
    """
    connection.execute("INSERT INTO merged_persons SELECT * FROM persons WHERE id = ?", [own_id])
    _repoint(connection, own_id, own_id, person_id)
    # What refers to the person under no identifier: a turn, where only a name is printed.
    for table, column in connection.execute(OTHERS).fetchall():
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608  the schema's own names
            [person_id, own_id],
        )
    connection.execute("DELETE FROM persons WHERE id = ?", [own_id])


def part(connection: sqlite3.Connection, own_id: int) -> None:
    """Give a joined person their row back, with all that came under their own identifier.

    What came under no identifier cannot be told from what is the other's, and stays there: `db.speakers`
    finds out anew who spoke.
    """
    (joined_to,) = connection.execute(
        "SELECT person_id FROM person_identifiers WHERE own_id = ?", [own_id]
    ).fetchone()
    connection.execute("INSERT INTO persons SELECT * FROM merged_persons WHERE id = ?", [own_id])
    _repoint(connection, own_id, joined_to, own_id)
    connection.execute(
        "DELETE FROM person_merges WHERE merged_key = (SELECT key FROM persons WHERE id = ?)", [own_id]
    )
    connection.execute("DELETE FROM merged_persons WHERE id = ?", [own_id])


def _repoint(connection: sqlite3.Connection, own_id: int, start: int, end: int) -> None:
    for sql in REPOINT.values():
        connection.execute(sql, {"own": own_id, "from": start, "to": end})
