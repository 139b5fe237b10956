-- severity: warning
-- explains: A run says how it ended; one that is still running when its spider ran again was killed.
SELECT spider AS subject_key, printf('the run of %s never ended', started_at) AS message
FROM runs
WHERE state = 'running'
    AND EXISTS (SELECT 1 FROM runs AS later WHERE later.spider = runs.spider AND later.id > runs.id)
