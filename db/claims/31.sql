SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND kind = 'implementation' AND date <= :as_of
UNION ALL
SELECT date, date_precision, state, 'statement' AS kind, title, actor, coalesce(arguments, channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND treaty = 'apmbc' AND arguments LIKE '%military effectiveness%'
    AND date >= '2025-03-18' AND date <= :as_of
ORDER BY date
