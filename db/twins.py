"""Curated votes and their official twins: once the record is there, what was reported stands beside it.

The official vote keeps its own key, and the key of the curated one leads to it. The reported tally becomes a
tally report, the reported ballots stand in `reported_ballots`: the record confirms or contradicts them.
"""

from __future__ import annotations

from sqlite_utils import Database

TWINS = """
SELECT curated.id, curated.key, min(official.key)
FROM votes AS curated
JOIN vote_bills AS of_curated ON of_curated.vote_id = curated.id
JOIN vote_bills AS of_official ON of_official.bill_id = of_curated.bill_id
JOIN votes AS official ON official.id = of_official.vote_id
WHERE curated.origin = 'dossier' AND official.origin <> 'dossier' AND official.is_annulled = 0
    AND official.chamber = curated.chamber AND official.date = curated.date
    AND official.is_final = curated.is_final
    AND (
        official.declared_yes = curated.declared_yes
        -- Where the day saw several such votes, only the tally tells which is meant.
        OR 1 = (
            SELECT count(DISTINCT others.id)
            FROM votes AS others JOIN vote_bills ON vote_bills.vote_id = others.id
            WHERE vote_bills.bill_id = of_curated.bill_id AND others.origin <> 'dossier'
                AND others.is_annulled = 0 AND others.chamber = curated.chamber
                AND others.date = curated.date AND others.is_final = curated.is_final
        )
    )
GROUP BY curated.id
HAVING count(DISTINCT official.id) = 1
ORDER BY curated.key
"""

REPORT_TALLY = """
INSERT INTO tally_reports (
    key, vote_key, place, yes, no, abstain, present_not_voting, absent, origin, source_url, dossier_entry_id
)
SELECT ?2 || '-in-' || dossier_entries.key, ?2, dossier_entries.source_name, declared_yes, declared_no,
    declared_abstain, declared_present_not_voting, declared_absent, origin, votes.source_url, dossier_entry_id
FROM votes JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE votes.id = ?1
"""

REPORT_BALLOTS = """
INSERT INTO reported_ballots (
    key, vote_key, family_name, given_name, faction, option, label, origin, source_url, dossier_entry_id
)
SELECT ?2 || '/' || persons.key, ?2, person_names.family_name, person_names.given_name, factions.label,
    ballot_labels.option, ballot_labels.label, votes.origin, votes.source_url, votes.dossier_entry_id
FROM votes
JOIN vote_ballots ON vote_ballots.vote_id = votes.id
JOIN persons ON persons.id = vote_ballots.person_id
JOIN person_names ON person_names.id = vote_ballots.name_id
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
WHERE votes.id = ?1
"""

MOVE = (
    "UPDATE stages SET vote_key = ?2 WHERE vote_key = ?1",
    "UPDATE tally_reports SET vote_key = ?2 WHERE vote_key = ?1",
    "INSERT INTO vote_aliases (alias, vote_key) VALUES (?1, ?2)",
)
"""What named the curated vote names the official one."""

TAKE_AWAY = (
    "DELETE FROM vote_ballots WHERE vote_id = ?",
    "DELETE FROM vote_documents WHERE vote_id = ?",
    "DELETE FROM vote_bills WHERE vote_id = ?",
    "DELETE FROM votes WHERE id = ?",
)
"""The curated row itself goes; all that it said is in the reports, and in the dossier."""


def join_twins(db: Database) -> None:
    """Put every curated vote whose official record has come beside that record."""
    for curated_id, curated, official in db.conn.execute(TWINS).fetchall():
        db.conn.execute(REPORT_TALLY, [curated_id, official])
        db.conn.execute(REPORT_BALLOTS, [curated_id, official])
        for sql in MOVE:
            db.conn.execute(sql, [curated, official])
        for sql in TAKE_AWAY:
            db.conn.execute(sql, [curated_id])


def official_key(db: Database, vote_key: str) -> str | None:
    """The key of the official vote to which this curated key leads, if there is one."""
    found = db.conn.execute("SELECT vote_key FROM vote_aliases WHERE alias = ?", [vote_key]).fetchone()
    return found and str(found[0])
