CREATE VIEW tally_figures AS
WITH printed AS (
    SELECT
        votes.key AS vote_key, 'declared with the vote' AS place, 1 AS is_declared,
        votes.origin <> 'dossier' OR coalesce(dossier_entries.confidence = 'official', 0) AS is_official,
        declared_yes AS yes, declared_no AS no, declared_abstain AS abstain,
        declared_present_not_voting AS present_not_voting, declared_absent AS absent,
        votes.origin AS origin, votes.source_url AS source_url
    FROM votes LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
    UNION ALL
    SELECT
        vote_key, place, 0,
        reports.origin <> 'dossier' OR coalesce(dossier_entries.confidence = 'official', 0),
        yes, no, abstain, present_not_voting, absent, reports.origin, reports.source_url
    FROM tally_reports AS reports
    LEFT JOIN dossier_entries ON dossier_entries.id = reports.dossier_entry_id
)
SELECT vote_key, place, 'yes' AS field, yes AS figure, is_declared, is_official, origin, source_url FROM printed
WHERE yes IS NOT NULL
UNION ALL
SELECT vote_key, place, 'no', no, is_declared, is_official, origin, source_url FROM printed
WHERE no IS NOT NULL
UNION ALL
SELECT vote_key, place, 'abstain', abstain, is_declared, is_official, origin, source_url FROM printed
WHERE abstain IS NOT NULL
UNION ALL
SELECT vote_key, place, 'present_not_voting', present_not_voting, is_declared, is_official, origin, source_url
FROM printed
WHERE present_not_voting IS NOT NULL
UNION ALL
SELECT vote_key, place, 'absent', absent, is_declared, is_official, origin, source_url FROM printed
WHERE absent IS NOT NULL
