SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'ee' AND treaty = 'apmbc' AND kind IN ('government approval', 'submission', 'referral',
    'first reading', 'second reading', 'final vote', 'promulgation', 'deposit', 'effect')
    AND date >= '2025-01-01' AND date <= :as_of
ORDER BY date
