-- How old the data are
--
-- When each source last answered, how many of its answers are stored, and how many were set aside as
-- unreadable. A source that was never asked has no date.
SELECT sources.key AS source, sources.name, max(responses.fetched_at) AS last_answer,
    count(*) FILTER (WHERE responses.state = 'stored') AS stored,
    count(*) FILTER (WHERE responses.state = 'quarantined') AS quarantined, sources.licence
FROM sources
LEFT JOIN responses ON responses.source = sources.key
GROUP BY sources.key, sources.name, sources.licence
ORDER BY last_answer NULLS LAST, sources.key
