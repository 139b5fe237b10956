-- severity: error
-- explains: The ballots that the facets count in a term are as many as there are in its votes.
WITH sums AS (
    SELECT votes.term, sum(counts.ballots) AS ballots, 0 AS by_facet
    FROM (
        SELECT vote_id, count(*) AS ballots FROM vote_ballots WHERE withdrawn_at IS NULL GROUP BY vote_id
    ) AS counts
    JOIN votes ON votes.id = counts.vote_id
    GROUP BY votes.term
    UNION ALL
    SELECT term, 0, sum(ballots) FROM ballot_facets GROUP BY term
)
SELECT
    term AS subject_key,
    printf('%d ballots, but %d by facet', sum(ballots), sum(by_facet)) AS message
FROM sums
WHERE NOT EXISTS (SELECT 1 FROM measure_pending)
GROUP BY term
HAVING sum(ballots) <> sum(by_facet)
