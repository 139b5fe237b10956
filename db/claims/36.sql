SELECT date, date_precision, state, 'statement' AS kind, title, actor, coalesce(arguments, channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND treaty = 'apmbc' AND channel IN ('press', 'interview', 'press conference')
    AND date <= :as_of
ORDER BY date
