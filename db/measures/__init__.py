"""Measures: what ballots add up to, kept in tables that a run brings up to date for what it changed.

Whoever inserts ballots notes the vote in `measure_pending`, and triggers note votes and bills that change;
`refresh_measures` works out anew what depends on them, in SQL. `db/measures/check.py` works out the same a
second time, in Python.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlite_utils import Database

from db.measures.bits import bit_functions

AT_ONCE = 100
"""Votes that are summed up together: few enough to be sorted in memory."""

OF_VOTES = ("vote_factions", "vote_options")
"""The tables with rows for each vote, in the order in which one follows from the other."""

OF_TERMS = ("member_terms", "member_pairs", "faction_pairs")
"""The tables that are worked out for a whole term at a time."""

TOUCHED = """
SELECT DISTINCT vote_places.term_id, vote_places.place / 62
FROM measure_pending JOIN vote_places ON vote_places.vote_id = measure_pending.subject_id
WHERE measure_pending.kind = 'vote'
"""
"""The blocks of pending votes; of a vote that has no place in one, the term alone."""

LEFT = """
DELETE FROM vote_places
WHERE vote_id IN (SELECT subject_id FROM measure_pending WHERE kind = 'vote')
    AND NOT EXISTS (
        SELECT 1
        FROM votes
        JOIN measured_terms ON measured_terms.term = votes.term
        LEFT JOIN measured_votes ON measured_votes.vote_id = votes.id
        WHERE votes.id = vote_places.vote_id AND measured_terms.id = vote_places.term_id
            AND (measured_votes.vote_id IS NULL) = (vote_places.place IS NULL)
            AND EXISTS (SELECT 1 FROM vote_ballots WHERE vote_id = votes.id AND withdrawn_at IS NULL)
    )
"""
"""A vote keeps its place as long as it is measured, so that corrections leave no gaps."""

NEW_TERMS = """
INSERT OR IGNORE INTO measured_terms (term)
SELECT DISTINCT votes.term
FROM measure_pending JOIN votes ON votes.id = measure_pending.subject_id
WHERE measure_pending.kind = 'vote'
ORDER BY votes.term
"""

OLD = """
DELETE FROM {table} WHERE vote_id IN (
    SELECT subject_id FROM measure_pending WHERE kind = 'vote' AND subject_id BETWEEN :first AND :last
)
"""

BILLS = """
SELECT subject_id FROM measure_pending WHERE kind = 'bill'
UNION
SELECT vote_bills.bill_id
FROM measure_pending JOIN vote_bills ON vote_bills.vote_id = measure_pending.subject_id
JOIN bills ON bills.id = vote_bills.bill_id AND bills.is_tracked
WHERE measure_pending.kind = 'vote'
"""


def refresh_measures(db: Database) -> None:
    """Work out anew what depends on the pending votes and bills. Where none is, it writes nothing."""
    with bit_functions(db.conn), db.atomic():
        blocks = _blocks(db)
        _sum_votes(db)
        blocks |= _blocks(db)
        for term_id, block in blocks:
            if block is not None:
                _replace(db, "ballot_blocks", term_id=term_id, block=block)
        for term_id in {term_id for term_id, _ in blocks}:
            _sum_term(db, term_id)
        for (bill_id,) in db.conn.execute(BILLS).fetchall():
            _replace(db, "bill_ballots", bill_id=bill_id)
        db.conn.execute("DELETE FROM measure_pending")


def _blocks(db: Database) -> set[tuple[int, int | None]]:
    return set(db.conn.execute(TOUCHED).fetchall())


def _sum_votes(db: Database) -> None:
    db.conn.execute(NEW_TERMS)
    db.conn.execute(LEFT)
    pending = db.conn.execute(
        "SELECT subject_id FROM measure_pending WHERE kind = 'vote' ORDER BY subject_id"
    )
    votes = [vote_id for (vote_id,) in pending]
    for start in range(0, len(votes), AT_ONCE):
        batch = votes[start : start + AT_ONCE]
        which = {"first": batch[0], "last": batch[-1]}
        for table in OF_VOTES:
            db.conn.execute(OLD.format(table=table), which)
            db.conn.execute(_sql(table), which)
        db.conn.execute(_sql("vote_places"), which)


def _sum_term(db: Database, term_id: int) -> None:
    for table in OF_TERMS:
        _replace(db, table, term_id=term_id)
    db.conn.execute(
        "DELETE FROM ballot_facets WHERE term = (SELECT term FROM measured_terms WHERE id = ?)", [term_id]
    )
    db.conn.execute(_sql("ballot_facets"), {"term_id": term_id})


def _replace(db: Database, table: str, **which: int) -> None:
    where = " AND ".join(f"{name} = :{name}" for name in which)
    db.conn.execute(f"DELETE FROM {table} WHERE {where}", which)  # noqa: S608  own names
    db.conn.execute(_sql(table), which)


@cache
def _sql(table: str) -> str:
    return files("db").joinpath("measures", f"{table}.sql").read_text(encoding="utf-8")
