SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state IN ('ee', 'fi', 'lt', 'lv', 'pl') AND treaty = 'apmbc' AND (kind IN ('consultation', 'opinion',
    'committee') OR title LIKE '%consultation%') AND date <= :as_of
ORDER BY state, date
