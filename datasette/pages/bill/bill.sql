SELECT
    bills.*,
    chambers.name_en AS chamber_name_en,
    terms.label AS term_label,
    response.fetched_at AS fetched_at,
    response.sha256 AS sha256,
    response.source_name AS source_name,
    response.licence AS licence,
    response.attribution AS attribution,
    response.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM bills
JOIN chambers ON chambers.key = bills.chamber
LEFT JOIN terms ON terms.key = bills.term
LEFT JOIN response_sources AS response ON response.response_id = bills.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = bills.dossier_entry_id
WHERE bills.key = :key
