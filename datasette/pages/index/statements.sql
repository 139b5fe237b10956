SELECT
    statements.key AS key,
    statements.date AS date,
    statements.date_precision AS date_precision,
    statements.channel AS channel,
    coalesce(statements.gist, statements.title) AS title,
    statements.gist IS NULL AS is_original,
    statements.language AS language,
    statements.origin AS origin,
    countries.name AS country,
    (
        SELECT group_concat(name || coalesce(', ' || office, ''), '; ') FROM statement_signatories
        WHERE statement_signatories.statement_id = statements.id
    ) AS who
FROM statements LEFT JOIN countries ON countries.key = statements.country
ORDER BY statements.date DESC, statements.key
LIMIT 6
