SELECT
    corrections.*,
    revisions.response_id AS response_id,
    CASE
        WHEN corrections.table_name = 'ballots'
            THEN '/votes/' || substr(corrections.row_key, 1, instr(corrections.row_key, '/') - 1)
        WHEN corrections.table_name IN ('votes', 'bills', 'statements')
            THEN '/' || corrections.table_name || '/' || corrections.row_key
        WHEN corrections.table_name = 'persons' THEN '/people/' || corrections.row_key
    END AS page
FROM corrections JOIN revisions ON revisions.id = corrections.id
ORDER BY corrections.id DESC
LIMIT 200
