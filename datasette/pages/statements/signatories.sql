SELECT
    statement_signatories.statement_id AS statement_id,
    statement_signatories.name AS name,
    statement_signatories.office AS office,
    persons.key AS person_key
FROM statement_signatories
JOIN statements ON statements.id = statement_signatories.statement_id
LEFT JOIN persons ON persons.id = statement_signatories.person_id
WHERE :country = ''
    OR statements.country = :country
    OR statements.id IN (SELECT statement_id FROM statement_signatories WHERE country = :country)
ORDER BY statements.date DESC, statements.key, statement_signatories.position
