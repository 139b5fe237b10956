SELECT revisions.*, responses.url AS url, responses.sha256 AS sha256
FROM revisions
LEFT JOIN responses ON responses.id = revisions.response_id
WHERE (revisions.table_name = 'bills' AND revisions.row_key = :key)
    OR (
        revisions.table_name = 'stages'
        AND revisions.row_key IN (SELECT stages.key FROM stages WHERE stages.bill_key = :key)
    )
ORDER BY revisions.seen_at DESC, revisions.id DESC
