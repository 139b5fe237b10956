-- severity: notice
-- explains: What ballots add up to is worked out anew when a run ends; what changed since then is not in it yet.
SELECT
    coalesce(votes.key, bills.key, printf('%s %d', waiting.kind, waiting.subject_id)) AS subject_key,
    'changed after its ballots were last summed up' AS message
FROM measure_pending AS waiting
LEFT JOIN votes ON waiting.kind = 'vote' AND votes.id = waiting.subject_id
LEFT JOIN bills ON waiting.kind = 'bill' AND bills.id = waiting.subject_id
