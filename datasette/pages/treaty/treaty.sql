SELECT
    treaties.*,
    response.fetched_at AS fetched_at,
    response.sha256 AS sha256,
    response.source_name AS source_name,
    response.licence AS licence,
    response.attribution AS attribution,
    response.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM treaties
LEFT JOIN response_sources AS response ON response.response_id = treaties.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = treaties.dossier_entry_id
WHERE treaties.key = :key
