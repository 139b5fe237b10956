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
    (
        SELECT count(*) FROM speeches
        WHERE sitting_key = sittings.key AND withdrawn_at IS NULL AND is_unspoken
    ) AS turns_unspoken,
    (SELECT max(date) FROM speeches WHERE sitting_key = sittings.key) AS date,
    response.fetched_at AS fetched_at,
    response.sha256 AS sha256,
    response.source_name AS source_name,
    response.licence AS licence,
    response.attribution AS attribution,
    response.evidence AS evidence,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence,
    dossier_entries.note AS dossier_note
FROM sittings
JOIN chambers ON chambers.key = sittings.chamber
LEFT JOIN response_sources AS response ON response.response_id = sittings.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = sittings.dossier_entry_id
WHERE sittings.key = :key
