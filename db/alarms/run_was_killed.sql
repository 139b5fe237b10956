-- explains: A run of this source never said how it ended: it was killed, or the machine was.
-- do: Run the same crawl again: what it had stored is kept, and the rest is asked for.
SELECT
    runs.spider AS source,
    'run of ' || runs.started_at AS page,
    'an end within 12 hours' AS expected,
    'none by ' || :now AS came
FROM runs
WHERE runs.state = 'running' AND julianday(:now) - julianday(runs.started_at) > 0.5
    AND runs.id IN (SELECT max(id) FROM runs GROUP BY spider)
