SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND (kind = 'executive council'
    OR statement_key = 'joint-2025-03-18') AND date <= :as_of
ORDER BY date
