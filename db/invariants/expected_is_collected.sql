-- severity: notice
-- explains: What a source says there is was collected; what is missing is counted here.
SELECT subject_key, printf('%d of %d %s collected', collected, expected, what) AS message
FROM coverage
WHERE collected < expected
