SELECT
    votes.*,
    chambers.name AS chamber_name,
    chambers.name_en AS chamber_name_en,
    chambers.seats AS seats,
    chambers.timezone AS timezone,
    terms.label AS term_label,
    sittings.number AS sitting_number,
    response.fetched_at AS fetched_at,
    response.sha256 AS sha256,
    response.source_name AS source_name,
    response.licence AS licence,
    response.attribution AS attribution,
    response.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM votes
JOIN chambers ON chambers.key = votes.chamber
JOIN terms ON terms.key = votes.term
LEFT JOIN sittings ON sittings.key = votes.sitting_key
LEFT JOIN response_sources AS response ON response.response_id = votes.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE votes.key = :key
