SELECT
    reports.*,
    reports.origin <> 'dossier' OR dossier_entries.confidence = 'official' AS is_official,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS note
FROM tally_reports AS reports
LEFT JOIN dossier_entries ON dossier_entries.id = reports.dossier_entry_id
WHERE reports.vote_key = :key
ORDER BY is_official DESC, reports.place
