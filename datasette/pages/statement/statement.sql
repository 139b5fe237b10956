SELECT
    statements.*,
    countries.name AS country_name,
    treaties.short_name AS treaty_name,
    response.fetched_at AS fetched_at,
    response.sha256 AS sha256,
    response.source_name AS source_name,
    response.licence AS licence,
    response.attribution AS attribution,
    response.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM statements
LEFT JOIN countries ON countries.key = statements.country
LEFT JOIN treaties ON treaties.key = statements.treaty
LEFT JOIN response_sources AS response ON response.response_id = statements.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = statements.dossier_entry_id
WHERE statements.key = :key
