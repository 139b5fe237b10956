-- How often two members cast the same ballot
--
-- Only votes in which both voted yes, no or abstained count: an absence is no dissent. The number of such
-- votes is beside the share.
WITH ones AS (
    SELECT vote_key, person_key, option
    FROM ballots
    WHERE person_key = 'pl-sejm-10-1' AND option IN ('yes', 'no', 'abstain') AND withdrawn_at IS NULL
),
others AS (
    SELECT vote_key, person_key, option
    FROM ballots
    WHERE person_key = 'pl-sejm-10-10' AND option IN ('yes', 'no', 'abstain') AND withdrawn_at IS NULL
)
SELECT ones.person_key AS one, others.person_key AS other, count(*) AS votes,
    count(*) FILTER (WHERE ones.option = others.option) AS same,
    round(100.0 * count(*) FILTER (WHERE ones.option = others.option) / count(*) + 1e-9, 1) AS percent
FROM ones
JOIN others ON others.vote_key = ones.vote_key
GROUP BY ones.person_key, others.person_key
ORDER BY ones.person_key, others.person_key
