-- severity: error
-- explains: A vote passed if and only if the declared yes votes reached the number needed; without that number, never against a majority.
SELECT
    key AS subject_key,
    printf(
        '%s with %d yes and %s no, %s needed',
        outcome, declared_yes, coalesce(declared_no, 'unknown'), coalesce(threshold, 'unknown')
    ) AS message
FROM votes
WHERE outcome IN ('passed', 'rejected')
    AND CASE
        WHEN threshold IS NULL THEN outcome = 'passed' AND declared_yes < declared_no
        ELSE (outcome = 'passed') <> (declared_yes >= threshold)
    END
