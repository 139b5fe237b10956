-- severity: warning
-- explains: Every place prints the same tally of a vote; where figures differ, all are shown, the official one first.
SELECT
    subject_key,
    printf(
        '%s: the vote says %s, %s says %d',
        field, coalesce(CAST(official_value AS TEXT), 'nothing'), other_place, other_value
    ) AS message
FROM discrepancies
WHERE kind = 'tally'
