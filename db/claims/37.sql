SELECT NULL AS date, 'day' AS date_precision, state, 'coverage' AS kind, title, bill_number AS actor,
    measure AS detail, figure, '/bills/' || bill_key AS page, origin, NULL AS confidence, source_url
FROM debate_counts
WHERE treaty = 'apmbc'
ORDER BY state, title
