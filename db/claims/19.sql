SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM (
    SELECT *, row_number() OVER (PARTITION BY state ORDER BY date, kind) AS place
    FROM timeline
    WHERE state IN ('ee', 'fi', 'lt', 'lv', 'pl') AND treaty = 'apmbc' AND date >= '2025-03-18'
        AND date <= :as_of
        AND kind IN ('government approval', 'submission', 'first reading')
)
WHERE place = 1
ORDER BY date
