-- severity: warning
-- explains: A vote was taken on one of the days of its sitting, where these are known.
SELECT
    votes.key AS subject_key,
    printf('taken on %s, which is no day of the sitting %s', votes.date, votes.sitting_key) AS message
FROM votes JOIN sittings ON sittings.key = votes.sitting_key
WHERE EXISTS (SELECT 1 FROM sitting_days WHERE sitting_id = sittings.id)
    AND NOT EXISTS (SELECT 1 FROM sitting_days WHERE sitting_id = sittings.id AND date = votes.date)
