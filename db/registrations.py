"""Registrations, and what they tell of ballots that were not cast.

A source may print nothing for a member who cast no ballot, whether they were away or there. A registration of
the same minute tells the two apart. It is another answer than the ballots, so the split is worked out
afterwards: the ballot gets a label that refines the one it came with, and reading the ballots again changes
nothing.
"""

from __future__ import annotations

from sqlite_utils import Database

from db.records import Registration
from db.rows import Provenance, Row, Rows, value_of

RULES = {
    1: ("present_not_voting", "no ballot, and registered as present in the same minute"),
    0: ("absent", "no ballot, and not registered as present in the same minute; may have come later"),
}
"""What a ballot that was not cast comes to, by whether the member was registered, and by which rule."""

SPLIT = """
SELECT votes.id, vote_ballots.person_id, vote_ballots.label_id, labels.chamber, labels.label,
    registered_members.is_present
FROM registrations
JOIN votes
    ON votes.chamber = registrations.chamber
    AND substr(votes.time, 1, 16) = substr(registrations.time, 1, 16)
JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
JOIN ballot_labels AS labels ON labels.id = vote_ballots.label_id AND labels.option = 'not_recorded'
JOIN person_identifiers
    ON person_identifiers.person_id = vote_ballots.person_id
    AND person_identifiers.scheme = registrations.scheme
JOIN registered_members
    ON registered_members.registration_id = registrations.id
    AND registered_members.identifier = person_identifiers.identifier
ORDER BY votes.id, vote_ballots.person_id, registrations.time
"""

COUNT = """
UPDATE votes SET counted_present_not_voting = sums.present_not_voting, counted_absent = sums.absent
FROM (
    SELECT vote_ballots.vote_id AS vote_id,
        sum(ballot_labels.option = 'present_not_voting') AS present_not_voting,
        sum(ballot_labels.option IN ('absent', 'absent_excused')) AS absent,
        count(ballot_labels.refines) AS refined
    FROM vote_ballots JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    WHERE vote_ballots.withdrawn_at IS NULL
    GROUP BY vote_ballots.vote_id
) AS sums
WHERE votes.id = sums.vote_id AND sums.refined > 0
    AND (counted_present_not_voting, counted_absent) IS NOT (sums.present_not_voting, sums.absent)
"""


class Registrations:
    """Stores who was in the hall at a moment."""

    def __init__(self, db: Database, rows: Rows) -> None:
        """Store registrations in this database."""
        self._connection = db.conn
        self._rows = rows

    def store(self, registration: Registration, provenance: Provenance) -> None:
        """Store a registration with everybody on its list."""
        row: Row = {
            "key": registration.key,
            "chamber": registration.chamber,
            "scheme": registration.scheme,
            "time": value_of(registration.time),
            "present": len(registration.present),
            "missing": len(registration.missing),
        }
        stored = self._rows.put("registrations", row, provenance)
        if stored.is_accepted:
            self._list(stored.id, registration)

    def _list(self, registration_id: int, registration: Registration) -> None:
        listed = {
            **dict.fromkeys(registration.present, 1),
            **dict.fromkeys(registration.missing, 0),
        }
        found = self._connection.execute(
            "SELECT identifier, is_present FROM registered_members WHERE registration_id = ?",
            [registration_id],
        )
        if dict(found.fetchall()) == listed:
            return
        self._connection.execute(
            "DELETE FROM registered_members WHERE registration_id = ?", [registration_id]
        )
        self._connection.executemany(
            "INSERT INTO registered_members (registration_id, identifier, is_present) VALUES (?, ?, ?)",
            [(registration_id, identifier, is_present) for identifier, is_present in sorted(listed.items())],
        )


def split_empty_ballots(db: Database) -> None:
    """Tell those who were there and did not vote from the absent. On settled rows it writes nothing."""
    for vote, person, label_id, chamber, label, is_present in db.conn.execute(SPLIT).fetchall():
        option, rule = RULES[is_present]
        refined = _refined(db, (chamber, label, option, rule), label_id)
        db.conn.execute(
            "UPDATE vote_ballots SET label_id = ? WHERE vote_id = ? AND person_id = ?",
            [refined, vote, person],
        )
    db.conn.execute(COUNT)


def _refined(db: Database, named: tuple[str, str, str, str], refines: int) -> int:
    chamber, label, option, rule = named
    db.conn.execute(
        "INSERT OR IGNORE INTO ballot_labels (chamber, label, option, basis, rule, refines)"
        " VALUES (?, ?, ?, 'derived', ?, ?)",
        [chamber, label, option, rule, refines],
    )
    found = db.conn.execute(
        "SELECT id FROM ballot_labels WHERE chamber = ? AND label = ? AND option = ? AND rule = ?",
        [chamber, label, option, rule],
    ).fetchone()
    return int(found[0])
