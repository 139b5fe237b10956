-- explains: Nothing was read from this source for much longer than is usual between two good runs.
-- do: Is the schedule still installed (systemctl list-timers)? Does the source still answer at its address?
WITH good AS (
    SELECT
        spider,
        julianday(started_at) AS at,
        julianday(started_at) - julianday(lag(started_at) OVER (PARTITION BY spider ORDER BY id)) AS gap
    FROM runs
    WHERE mode = 'live' AND state = 'ok'
),

habit AS (
    SELECT spider, max(at) AS last_at, avg(gap) AS usual FROM good GROUP BY spider HAVING count(gap) >= 3
)

SELECT
    spider AS source,
    'since ' || datetime(last_at) AS page,
    printf('a good run about every %.1f days', usual) AS expected,
    printf('none since %s', date(last_at)) AS came
FROM habit
WHERE julianday(:now) - last_at > max(3 * usual, 2)
