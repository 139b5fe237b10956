SELECT
    'statements/' || statements.key AS id,
    '/statements/' || statements.key AS page,
    'Statement' AS kind,
    coalesce((
        SELECT group_concat(name, ', ') FROM statement_signatories
        WHERE statement_signatories.statement_id = statements.id
    ) || ': ', '') || coalesce(statements.gist, statements.title, statements.channel) AS title,
    coalesce(responses.fetched_at, statements.date || 'T00:00:00+00:00') AS updated,
    statements.channel || ', ' || statements.date AS summary,
    statements.url AS source_url
FROM statements
LEFT JOIN responses ON responses.id = statements.response_id
WHERE (
        :state IN ('', statements.country)
        OR statements.id IN (SELECT statement_id FROM statement_signatories WHERE country = :state)
    )
    AND (
        :bill = '' OR EXISTS (
            SELECT 1 FROM treaty_bills
            JOIN state_statements ON state_statements.state = treaty_bills.country
                AND state_statements.treaty = treaty_bills.treaty
            WHERE treaty_bills.bill_key = :bill AND state_statements.statement_key = statements.key
        )
    )
    AND (
        :person = '' OR statements.id IN (
            SELECT statement_id FROM statement_signatories
            WHERE person_id = (SELECT id FROM persons WHERE key = :person)
        )
    )
ORDER BY statements.date DESC
LIMIT 50
