SELECT
    revisions.*,
    responses.sha256 AS sha256
FROM revisions
LEFT JOIN responses ON responses.id = revisions.response_id
WHERE revisions.table_name = 'statements' AND revisions.row_key = :key
ORDER BY revisions.id DESC
LIMIT 100
