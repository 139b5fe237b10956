SELECT
    statements.*,
    countries.name AS country_name
FROM statements
LEFT JOIN countries ON countries.key = statements.country
WHERE :country = ''
    OR statements.country = :country
    OR statements.id IN (SELECT statement_id FROM statement_signatories WHERE country = :country)
ORDER BY statements.date DESC, statements.key
LIMIT 500
