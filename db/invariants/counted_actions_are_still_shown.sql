-- severity: warning
-- explains: An action counts though its source no longer shows it: the state came back, or the source corrected itself.
SELECT
    key AS subject_key,
    printf('%s of %s, last shown before %s', action, date, substr(withdrawn_at, 1, 10)) AS message
FROM treaty_actions
WHERE counts AND withdrawn_at IS NOT NULL
