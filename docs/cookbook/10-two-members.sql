-- How often two members cast the same ballot
--
-- Only votes in which both voted yes, no or abstained count: an absence is no dissent. The number of such
-- votes is beside the share.
WITH asked AS (SELECT 'pl-sejm-10-1' AS one, 'pl-sejm-10-10' AS other)
SELECT ones.person_key AS one, others.person_key AS other, count(*) AS votes,
    count(*) FILTER (WHERE ones.option = others.option) AS same,
    round(100.0 * count(*) FILTER (WHERE ones.option = others.option) / count(*) + 1e-9, 1) AS percent
FROM asked
JOIN ballots AS ones ON ones.person_key = asked.one
JOIN ballots AS others ON others.person_key = asked.other AND others.vote_key = ones.vote_key
WHERE ones.option IN ('yes', 'no', 'abstain') AND others.option IN ('yes', 'no', 'abstain')
    AND ones.withdrawn_at IS NULL AND others.withdrawn_at IS NULL
GROUP BY ones.person_key, others.person_key
ORDER BY ones.person_key, others.person_key
