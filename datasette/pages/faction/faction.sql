SELECT
    factions.*,
    chambers.name_en AS chamber_name,
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
FROM factions
JOIN chambers ON chambers.key = factions.chamber
LEFT JOIN terms ON terms.key = factions.term
LEFT JOIN response_sources AS response ON response.response_id = factions.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = factions.dossier_entry_id
WHERE factions.key = :key
