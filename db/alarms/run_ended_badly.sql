-- explains: The last run of this source did not end well.
-- do: Read the reason. A source that is down mends itself; a refusal needs a mail to its owner; a quarantined answer needs its parser mended, and then: ottawa rebuild.
SELECT
    runs.spider AS source,
    'the last run, ' || runs.state AS page,
    'a run that ends well' AS expected,
    runs.state || coalesce(': ' || runs.reason, '') AS came
FROM runs
WHERE runs.mode = 'live' AND runs.finished_at IS NOT NULL AND runs.state <> 'ok'
    AND runs.id IN (SELECT max(id) FROM runs WHERE mode = 'live' GROUP BY spider)
