-- severity: notice
-- explains: Every official source that we know how to ask has given at least one answer that is stored.
SELECT key AS subject_key, printf('%s was never read', name) AS message
FROM sources
WHERE NOT EXISTS (
    SELECT 1 FROM responses WHERE responses.source = sources.key AND responses.state = 'stored'
)
