SELECT
    sittings.*,
    chambers.name AS chamber_name,
    chambers.name_en AS chamber_name_en,
    chambers.timezone AS timezone,
    (SELECT count(*) FROM speeches WHERE sitting_key = sittings.key AND withdrawn_at IS NULL) AS turns,
    (
        SELECT count(*) FROM speeches
        WHERE sitting_key = sittings.key AND withdrawn_at IS NULL AND text IS NOT NULL
    ) AS turns_with_text,
    (SELECT max(date) FROM speeches WHERE sitting_key = sittings.key) AS date,
    responses.fetched_at AS fetched_at,
    responses.sha256 AS sha256,
    sources.name AS source_name,
    sources.licence AS licence,
    sources.attribution AS attribution,
    parsers.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM sittings
JOIN chambers ON chambers.key = sittings.chamber
LEFT JOIN responses ON responses.id = sittings.response_id
LEFT JOIN sources ON sources.key = responses.source
LEFT JOIN parsers ON parsers.source = responses.source AND parsers.page = responses.page
LEFT JOIN dossier_entries ON dossier_entries.id = sittings.dossier_entry_id
WHERE sittings.key = :key
