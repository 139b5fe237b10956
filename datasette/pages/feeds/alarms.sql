SELECT
    'alarms/' || alarms.id AS id,
    '/freshness' AS page,
    'Alarm' AS kind,
    replace(alarms.alarm, '_', ' ') || ', ' || alarms.source AS title,
    alarms.raised_at AS updated,
    'Expected: ' || alarms.expected || '. Came: ' || alarms.came || '. ' || alarms.advice AS summary,
    sources.url AS source_url
FROM alarms
LEFT JOIN sources ON sources.key = alarms.source
WHERE :state IN ('', coalesce(sources.country, alarms.source))
ORDER BY alarms.id DESC
LIMIT 50
