-- severity: warning
-- explains: Every place of a source prints the same tally of a vote; all figures are shown where they differ.
SELECT
    subject_key,
    printf('%s: the vote says %d, %s says %d', field, official_value, other_place, other_value) AS message
FROM discrepancies
WHERE kind = 'tally'
