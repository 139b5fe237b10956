SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'ccm' AND kind IN ('submission', 'final vote', 'entry into force',
    'deposit', 'effect') AND date <= :as_of
ORDER BY date
