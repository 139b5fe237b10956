SELECT date, date_precision, state, 'statement' AS kind, title, actor, venue AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND channel = 'social media' AND date BETWEEN '2025-05-01' AND '2025-05-31'
    AND date <= :as_of
ORDER BY date
