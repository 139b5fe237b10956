-- Each table is counted apart, along its index.
SELECT
    origin,
    sum(iif(what = 'vote', number, 0)) AS votes,
    sum(iif(what = 'bill', number, 0)) AS bills,
    sum(iif(what = 'person', number, 0)) AS persons
FROM (
    SELECT 'vote' AS what, origin, count(*) AS number FROM votes GROUP BY origin
    UNION ALL SELECT 'bill', origin, count(*) FROM bills GROUP BY origin
    UNION ALL SELECT 'person', origin, count(*) FROM persons GROUP BY origin
)
GROUP BY origin
ORDER BY origin
