-- severity: notice
-- explains: A printed row of a table of participants changed, and somebody should look at what it says now.
SELECT
    row_key AS subject_key,
    printf(
        '%s: %s became %s on %s',
        column_name, coalesce(old_value, 'nothing'), coalesce(new_value, 'nothing'), substr(seen_at, 1, 10)
    ) AS message
FROM revisions
WHERE table_name IN ('treaty_participants', 'treaty_actions') AND response_id IS NOT NULL
