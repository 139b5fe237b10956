SELECT table_name, count(*) AS number, max(seen_at) AS last_at
FROM revisions
WHERE old_value IS NOT NULL
GROUP BY table_name
ORDER BY number DESC
