SELECT
    votes.*,
    chambers.name AS chamber_name,
    chambers.name_en AS chamber_name_en,
    chambers.seats AS seats,
    chambers.timezone AS timezone,
    terms.label AS term_label,
    sittings.number AS sitting_number,
    responses.fetched_at AS fetched_at,
    responses.sha256 AS sha256,
    sources.name AS source_name,
    sources.licence AS licence,
    sources.attribution AS attribution,
    parsers.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM votes
JOIN chambers ON chambers.key = votes.chamber
JOIN terms ON terms.key = votes.term
LEFT JOIN sittings ON sittings.key = votes.sitting_key
LEFT JOIN responses ON responses.id = votes.response_id
LEFT JOIN sources ON sources.key = responses.source
LEFT JOIN parsers ON parsers.source = responses.source AND parsers.page = responses.page
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE votes.key = :key
