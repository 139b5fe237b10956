-- severity: error
-- explains: The ballots of the options of a vote, and those of its factions, are as many as stand in the vote itself.
WITH sums AS (
    SELECT vote_id, count(*) AS ballots, 0 AS by_option, 0 AS by_faction
    FROM vote_ballots
    WHERE withdrawn_at IS NULL
    GROUP BY vote_id
    UNION ALL
    SELECT vote_id, 0, sum(ballots), 0 FROM vote_options GROUP BY vote_id
    UNION ALL
    SELECT vote_id, 0, 0, sum(ballots) FROM vote_factions GROUP BY vote_id
)
SELECT
    coalesce(votes.key, printf('vote %d', vote_id)) AS subject_key,
    printf('%d ballots, but %d by option and %d by faction', sum(ballots), sum(by_option), sum(by_faction)) AS message
FROM sums LEFT JOIN votes ON votes.id = sums.vote_id
WHERE NOT EXISTS (SELECT 1 FROM measure_pending)
GROUP BY vote_id
HAVING sum(ballots) <> sum(by_option) OR sum(ballots) <> sum(by_faction)
