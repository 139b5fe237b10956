SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND date >= '2024-01-01' AND date < '2025-04-01' AND date <= :as_of
ORDER BY date
