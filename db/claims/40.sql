SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM (
    SELECT *, row_number() OVER (PARTITION BY state ORDER BY date DESC, kind = 'effect' DESC,
        bill_key IS NULL, key DESC) AS place
    FROM timeline
    WHERE state IN ('ee', 'fi', 'lt', 'lv', 'pl') AND treaty = 'apmbc' AND date <= :as_of
        AND kind NOT IN ('statement', 'implementation', 'position', 'reaction')
)
WHERE place = 1
ORDER BY state
