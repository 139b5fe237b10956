CREATE VIEW treaty_tallies AS
-- From the few bills to their votes: CROSS keeps SQLite from beginning with all votes.
WITH chosen AS MATERIALIZED (
    SELECT DISTINCT vote_bills.vote_id AS vote_id
    FROM treaty_bills CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
),
printed AS (
    SELECT
        votes.key AS vote_key,
        'declared with the vote' AS place,
        votes.declared_yes AS yes,
        votes.declared_no AS no,
        votes.declared_abstain AS abstain,
        votes.declared_present_not_voting AS present_not_voting,
        votes.declared_absent AS absent,
        1 AS is_declared,
        votes.origin AS origin,
        votes.source_url AS source_url,
        votes.dossier_entry_id AS dossier_entry_id
    FROM chosen CROSS JOIN votes ON votes.id = chosen.vote_id
    UNION ALL
    SELECT
        reports.vote_key,
        reports.place,
        reports.yes,
        reports.no,
        reports.abstain,
        reports.present_not_voting,
        reports.absent,
        0,
        reports.origin,
        reports.source_url,
        reports.dossier_entry_id
    FROM chosen
    CROSS JOIN votes ON votes.id = chosen.vote_id
    CROSS JOIN tally_reports AS reports ON reports.vote_key = votes.key
)
SELECT
    printed.vote_key AS vote_key,
    printed.place AS place,
    printed.yes AS yes,
    printed.no AS no,
    printed.abstain AS abstain,
    printed.present_not_voting AS present_not_voting,
    printed.absent AS absent,
    printed.is_declared AS is_declared,
    printed.origin <> 'dossier' OR coalesce(dossier_entries.confidence = 'official', 0) AS is_official,
    printed.origin AS origin,
    printed.source_url AS source_url
FROM printed LEFT JOIN dossier_entries ON dossier_entries.id = printed.dossier_entry_id
WHERE coalesce(printed.yes, printed.no, printed.abstain, printed.present_not_voting, printed.absent) IS NOT NULL
