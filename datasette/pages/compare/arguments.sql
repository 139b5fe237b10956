SELECT bill_key, tag, count(DISTINCT subject_key) AS texts
FROM (
    SELECT bills.key AS bill_key, tags.tag AS tag, tags.subject_key AS subject_key
    FROM bills
    JOIN speeches ON speeches.bill_key = bills.key AND speeches.withdrawn_at IS NULL
    JOIN tags ON tags.subject_key = speeches.key AND tags.scheme = 'argument'
    WHERE bills.is_tracked
    UNION
    SELECT bills.key, tags.tag, tags.subject_key
    FROM bills
    JOIN bill_treaties ON bill_treaties.key = bills.key
    JOIN chambers ON chambers.key = bills.chamber
    JOIN state_statements
        ON state_statements.state = chambers.country AND state_statements.treaty = bill_treaties.treaty
    JOIN tags ON tags.subject_key = state_statements.statement_key AND tags.scheme = 'argument'
    WHERE bills.is_tracked
)
GROUP BY bill_key, tag
ORDER BY texts DESC, tag
