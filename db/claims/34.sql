SELECT date, date_precision, state, 'statement' AS kind, title, actor, coalesce(arguments, channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND treaty = 'apmbc' AND date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, state, 'coverage' AS kind, title, bill_number AS actor,
    measure AS detail, figure, '/bills/' || bill_key AS page, origin, NULL AS confidence, source_url
FROM debate_counts
WHERE state = 'lt' AND treaty = 'apmbc'
ORDER BY date
