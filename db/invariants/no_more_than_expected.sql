-- severity: warning
-- explains: No more was collected than the source says there is.
SELECT subject_key, printf('%d %s collected, but only %d expected', collected, what, expected) AS message
FROM coverage
WHERE collected > expected
