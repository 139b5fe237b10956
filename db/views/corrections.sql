CREATE VIEW corrections AS
SELECT
    revisions.id AS id,
    revisions.seen_at AS seen_at,
    revisions.table_name AS table_name,
    revisions.row_key AS row_key,
    revisions.column_name AS column_name,
    revisions.old_value AS old_value,
    revisions.new_value AS new_value,
    coalesce(responses.url, dossier_entries.source_url) AS source_url,
    responses.sha256 AS new_sha256,
    earlier.fetched_at AS old_fetched_at,
    earlier.sha256 AS old_sha256
FROM revisions
LEFT JOIN responses ON responses.id = revisions.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = revisions.dossier_entry_id
LEFT JOIN responses AS earlier ON earlier.id = (
    SELECT max(id) FROM responses AS other
    WHERE other.fingerprint = responses.fingerprint AND other.id < responses.id AND other.state = 'stored'
)
WHERE revisions.old_value IS NOT NULL
