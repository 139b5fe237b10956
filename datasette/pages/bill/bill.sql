SELECT
    bills.*,
    chambers.name_en AS chamber_name_en,
    terms.label AS term_label,
    responses.fetched_at AS fetched_at,
    responses.sha256 AS sha256,
    sources.name AS source_name,
    sources.licence AS licence,
    sources.attribution AS attribution,
    parsers.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM bills
JOIN chambers ON chambers.key = bills.chamber
LEFT JOIN terms ON terms.key = bills.term
LEFT JOIN responses ON responses.id = bills.response_id
LEFT JOIN sources ON sources.key = responses.source
LEFT JOIN parsers ON parsers.source = responses.source AND parsers.page = responses.page
LEFT JOIN dossier_entries ON dossier_entries.id = bills.dossier_entry_id
WHERE bills.key = :key
