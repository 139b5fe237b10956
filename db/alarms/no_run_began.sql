-- explains: The sources are asked about every day, and today no crawl has begun: it was refused before it could ask anybody, or nothing started it.
-- do: Read what the night said (journalctl -u ottawa.service): another job may hold the database, or the archive its index. Is the schedule still installed (systemctl list-timers)?
WITH days AS (
    SELECT DISTINCT julianday(date(started_at)) AS day
    FROM runs
    WHERE mode = 'live'
    ORDER BY day DESC
    LIMIT 14
),

habit AS (SELECT count(*) AS known, (max(day) - min(day)) / (count(*) - 1) AS usual FROM days),

latest AS (SELECT max(julianday(started_at)) AS at FROM runs WHERE mode = 'live')

SELECT
    'every source' AS source,
    'since ' || datetime(latest.at) AS page,
    'a crawl about every day' AS expected,
    'none has begun since ' || datetime(latest.at) AS came
FROM habit CROSS JOIN latest
WHERE habit.known > 3 AND habit.usual < 1.5
    -- Nights differ by the random delay of their timer.
    AND julianday(:now) - latest.at > 0.9
