SELECT statements.*, statement_signatories.office AS office
FROM statement_signatories
JOIN statements ON statements.id = statement_signatories.statement_id
WHERE statement_signatories.person_id = (SELECT id FROM persons WHERE key = :key)
ORDER BY statements.date DESC
