SELECT
    statements.*,
    countries.name AS country_name,
    responses.fetched_at AS fetched_at,
    responses.sha256 AS sha256,
    sources.name AS source_name,
    sources.licence AS licence,
    sources.attribution AS attribution,
    parsers.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM statements
LEFT JOIN countries ON countries.key = statements.country
LEFT JOIN responses ON responses.id = statements.response_id
LEFT JOIN sources ON sources.key = responses.source
LEFT JOIN parsers ON parsers.source = responses.source AND parsers.page = responses.page
LEFT JOIN dossier_entries ON dossier_entries.id = statements.dossier_entry_id
WHERE statements.key = :key
