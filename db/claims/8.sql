SELECT date, date_precision, state, 'for leaving ' || treaty AS kind, title, actor, coalesce(arguments,
    channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND stance = 'for' AND treaty IN ('apmbc', 'ccm') AND date <= :as_of
ORDER BY date
