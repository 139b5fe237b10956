SELECT
    'corrections/' || id AS id,
    '/corrections' AS page,
    'Correction' AS kind,
    row_key || ', ' || replace(column_name, '_', ' ') AS title,
    seen_at AS updated,
    'Before: ' || substr(old_value, 1, 200) || '. Now: ' || coalesce(substr(new_value, 1, 200), 'nothing') || '.'
        AS summary,
    source_url AS source_url
FROM corrections
-- The keys of a chamber's rows begin with the state.
WHERE :state = '' OR row_key GLOB :state || '-*'
ORDER BY id DESC
LIMIT 50
