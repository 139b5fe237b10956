"""Joining votes to bills. The result is the same whichever of the two is read first."""

from __future__ import annotations

from sqlite_utils import Database

LINK = """
INSERT OR IGNORE INTO vote_bills (vote_id, bill_id, basis)
SELECT votes.id, bills.id, 'derived'
FROM bills
JOIN bill_documents ON bill_documents.bill_key = bills.key
JOIN vote_documents ON vote_documents.document = bill_documents.document
JOIN votes
    ON votes.id = vote_documents.vote_id AND votes.chamber = bills.chamber AND votes.term IS bills.term
WHERE {where}
"""

NAME_THE_BILL = """
UPDATE votes SET bill_key = named.bill_key
FROM (
    SELECT vote_bills.vote_id AS vote_id, CASE count(*) WHEN 1 THEN min(bills.key) END AS bill_key
    FROM vote_bills JOIN bills ON bills.id = vote_bills.bill_id
    WHERE vote_bills.vote_id IN ({votes})
    GROUP BY vote_bills.vote_id
) AS named
WHERE votes.id = named.vote_id AND votes.bill_key IS NOT named.bill_key
"""


def link_vote(db: Database, vote_id: int, *, stated: str | None) -> None:
    """Join a vote to the bill that its source names, and to those whose papers its question names.

    `votes.bill_key` is set where there is exactly one; a vote on several bills at once has them in
    `vote_bills` only.
    """
    if stated is not None:
        db.conn.execute(
            "INSERT OR IGNORE INTO vote_bills (vote_id, bill_id, basis)"
            " SELECT ?, id, 'stated' FROM bills WHERE key = ?",
            [vote_id, stated],
        )
    db.conn.execute(LINK.format(where="votes.id = ?"), [vote_id])
    db.conn.execute(NAME_THE_BILL.format(votes="?"), [vote_id])


def link_bill(db: Database, bill_key: str) -> None:
    """Join a bill to the votes whose questions name its papers."""
    db.conn.execute(LINK.format(where="bills.key = ?"), [bill_key])
    votes = "SELECT vote_id FROM vote_bills JOIN bills ON bills.id = bill_id WHERE bills.key = ?"
    db.conn.execute(NAME_THE_BILL.format(votes=votes), [bill_key])
