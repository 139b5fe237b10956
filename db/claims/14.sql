SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND (kind = 'executive council' OR (kind = 'statement'
    AND date = '2025-01-17')) AND date <= :as_of
ORDER BY date
