SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE kind = 'reaction' AND date <= :as_of AND treaty = 'apmbc'
ORDER BY date
