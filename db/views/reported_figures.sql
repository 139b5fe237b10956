CREATE VIEW reported_figures AS
-- From the few reports to their votes, never through all votes.
SELECT
    reports.vote_key AS vote_key,
    reports.place AS place,
    fields.name AS field,
    CASE fields.name
        WHEN 'yes' THEN reports.yes
        WHEN 'no' THEN reports.no
        WHEN 'abstain' THEN reports.abstain
        WHEN 'present_not_voting' THEN reports.present_not_voting
        WHEN 'absent' THEN reports.absent
    END AS figure,
    CASE fields.name
        WHEN 'yes' THEN votes.declared_yes
        WHEN 'no' THEN votes.declared_no
        WHEN 'abstain' THEN votes.declared_abstain
        WHEN 'present_not_voting' THEN votes.declared_present_not_voting
        WHEN 'absent' THEN votes.declared_absent
    END AS declared,
    votes.origin <> 'dossier' OR coalesce(voted.confidence = 'official', 0) AS is_declared_official,
    votes.origin AS declared_origin,
    reports.origin <> 'dossier' OR coalesce(reported.confidence = 'official', 0) AS is_official,
    reports.origin AS origin,
    reports.source_url AS source_url
FROM tally_reports AS reports
JOIN (
    SELECT 'yes' AS name
    UNION ALL SELECT 'no'
    UNION ALL SELECT 'abstain'
    UNION ALL SELECT 'present_not_voting'
    UNION ALL SELECT 'absent'
) AS fields
LEFT JOIN votes ON votes.key = reports.vote_key
LEFT JOIN dossier_entries AS voted ON voted.id = votes.dossier_entry_id
LEFT JOIN dossier_entries AS reported ON reported.id = reports.dossier_entry_id
WHERE CASE fields.name
    WHEN 'yes' THEN reports.yes
    WHEN 'no' THEN reports.no
    WHEN 'abstain' THEN reports.abstain
    WHEN 'present_not_voting' THEN reports.present_not_voting
    WHEN 'absent' THEN reports.absent
END IS NOT NULL
