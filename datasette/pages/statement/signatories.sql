SELECT
    statement_signatories.name AS name,
    statement_signatories.office AS office,
    countries.name AS country_name,
    persons.key AS person_key
FROM statements
JOIN statement_signatories ON statement_signatories.statement_id = statements.id
LEFT JOIN countries ON countries.key = statement_signatories.country
LEFT JOIN persons ON persons.id = statement_signatories.person_id
WHERE statements.key = :key
ORDER BY statement_signatories.position
