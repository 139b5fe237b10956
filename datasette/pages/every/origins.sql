SELECT
    origin,
    sum(what = 'vote') AS votes,
    sum(what = 'bill') AS bills,
    sum(what = 'person') AS persons
FROM (
    SELECT 'vote' AS what, origin FROM votes
    UNION ALL SELECT 'bill', origin FROM bills
    UNION ALL SELECT 'person', origin FROM persons
)
GROUP BY origin
ORDER BY origin
