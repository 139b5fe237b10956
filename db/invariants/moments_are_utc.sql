-- severity: error
-- explains: Every moment is in UTC, to the millisecond, and says so.
WITH moments AS (
    SELECT key AS subject_key, 'time' AS name, time AS value FROM votes
    UNION ALL SELECT key, 'withdrawn_at', withdrawn_at FROM stages
    UNION ALL SELECT key, 'withdrawn_at', withdrawn_at FROM memberships
    UNION ALL
    SELECT votes.key, 'withdrawn_at', vote_ballots.withdrawn_at
    FROM vote_ballots JOIN votes ON votes.id = vote_ballots.vote_id
    WHERE vote_ballots.withdrawn_at IS NOT NULL
    UNION ALL SELECT url, 'fetched_at', fetched_at FROM responses
    UNION ALL SELECT row_key, 'seen_at', seen_at FROM revisions
    UNION ALL SELECT spider, 'started_at', started_at FROM runs
    UNION ALL SELECT spider, 'finished_at', finished_at FROM runs
    UNION ALL SELECT url, 'found_at', found_at FROM run_problems
)
SELECT subject_key, printf('%s is "%s"', name, value) AS message
FROM moments
WHERE value IS NOT NULL AND strftime('%Y-%m-%dT%H:%M:%f+00:00', value, '+0 days') IS NOT value
