SELECT
    runs.id AS id,
    runs.spider AS spider,
    runs.mode AS mode,
    runs.state AS state,
    runs.reason AS reason,
    runs.started_at AS started_at,
    runs.finished_at AS finished_at,
    round((julianday(runs.finished_at) - julianday(runs.started_at)) * 86400) AS seconds,
    runs.requests AS requests,
    runs.responses AS responses,
    runs.unchanged AS unchanged,
    runs.bytes AS bytes,
    runs.rows_written AS rows_written,
    (SELECT count(*) FROM run_problems WHERE run_problems.run_id = runs.id) AS problems
FROM runs
WHERE runs.id IN (SELECT max(id) FROM runs GROUP BY spider)
ORDER BY runs.spider
