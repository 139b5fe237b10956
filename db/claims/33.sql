SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE treaty = 'apmbc' AND kind = 'implementation' AND state IN ('ee', 'fi', 'lt', 'lv', 'pl')
    AND date <= :as_of
UNION ALL
SELECT date, date_precision, state, 'statement' AS kind, title, actor, coalesce(arguments, channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state IN ('ee', 'fi', 'lt', 'lv', 'pl') AND treaty = 'apmbc' AND (title LIKE '%border%'
    OR title LIKE '%mining%') AND date <= :as_of
ORDER BY date
