-- explains: The last run read far fewer answers than the runs before it, though each of them ended well.
-- do: Compare what the source lists now with what it listed before: a list that lost its entries looks like this.
WITH live AS (
    SELECT
        id, spider, selection, started_at, responses,
        row_number() OVER (PARTITION BY spider, selection ORDER BY id DESC) AS back
    FROM runs
    WHERE mode = 'live' AND state = 'ok'
),

before AS (
    SELECT spider, selection, avg(responses) AS usual
    FROM live
    WHERE back BETWEEN 2 AND 11
    GROUP BY spider, selection
    HAVING count(*) >= 5
)

SELECT
    live.spider AS source,
    'the last run' AS page,
    printf('about %.0f answers', before.usual) AS expected,
    printf('%d', live.responses) AS came
FROM live JOIN before ON before.spider = live.spider AND before.selection = live.selection
WHERE live.back = 1 AND live.responses < before.usual / 2
