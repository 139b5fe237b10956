SELECT
    countries.key AS key,
    countries.name AS name,
    count(*) AS statements
FROM (
    SELECT id AS statement_id, country FROM statements
    UNION
    SELECT statement_id, country FROM statement_signatories
) AS involved
JOIN countries ON countries.key = involved.country
GROUP BY countries.key
ORDER BY countries.name
