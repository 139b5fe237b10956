SELECT sources.key AS key, sources.name AS name, max(responses.fetched_at) AS last_at
FROM sources
LEFT JOIN responses ON responses.source = sources.key AND responses.state <> 'quarantined'
GROUP BY sources.key
ORDER BY last_at IS NULL, last_at DESC, sources.name
