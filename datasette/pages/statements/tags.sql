SELECT DISTINCT
    tags.subject_key AS subject_key,
    tags.tag AS tag,
    tags.basis AS basis
FROM statements
JOIN tags ON tags.subject_key = statements.key
WHERE :country = ''
    OR statements.country = :country
    OR statements.id IN (SELECT statement_id FROM statement_signatories WHERE country = :country)
ORDER BY tags.subject_key, tags.basis, tags.tag
