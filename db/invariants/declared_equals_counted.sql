-- severity: warning
-- explains: The tally that the source declares is what its published ballots add up to; both figures are shown where they differ.
SELECT
    subject_key,
    printf('%s: declared %d, but the ballots add up to %d', field, official_value, other_value) AS message
FROM discrepancies
WHERE kind = 'ballots'
