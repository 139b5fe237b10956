SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE treaty = 'apmbc' AND kind = 'implementation' AND state IN ('ee', 'fi', 'lt', 'lv', 'pl')
    AND date <= :as_of AND title LIKE '%train%'
UNION ALL
SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND kind = 'implementation' AND title NOT LIKE '%train%'
    AND date <= :as_of
ORDER BY date
