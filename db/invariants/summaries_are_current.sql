-- severity: notice
-- explains: What ballots add up to is worked out anew when a run ends; what changed since then is not in it yet.
SELECT
    coalesce(votes.key, bills.key, printf('%s %d', kind, subject_id)) AS subject_key,
    'changed after its ballots were last summed up' AS message
FROM measure_pending
LEFT JOIN votes ON kind = 'vote' AND votes.id = subject_id
LEFT JOIN bills ON kind = 'bill' AND bills.id = subject_id
