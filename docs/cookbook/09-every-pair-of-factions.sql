-- How often every two factions of a chamber agree
--
-- As before, for every pair at once. Pairs with fewer than three votes in common are left out: that is too
-- little to say anything.
WITH asked AS (SELECT 'lv-saeima' AS chamber),
tallies AS (
    SELECT ballots.vote_key, ballots.faction, count(*) AS voting,
        count(*) FILTER (WHERE ballots.option = 'yes') AS yes,
        count(*) FILTER (WHERE ballots.option = 'no') AS no,
        count(*) FILTER (WHERE ballots.option = 'abstain') AS abstain
    FROM asked
    JOIN ballots ON ballots.chamber = asked.chamber
    JOIN votes ON votes.key = ballots.vote_key AND votes.ballots_status = 'published'
    WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
        AND ballots.faction IS NOT NULL
    GROUP BY ballots.vote_key, ballots.faction
),
lines AS (
    SELECT vote_key, faction,
        CASE
            WHEN yes * 2 > voting THEN 'yes'
            WHEN no * 2 > voting THEN 'no'
            WHEN abstain * 2 > voting THEN 'abstain'
        END AS line
    FROM tallies WHERE voting >= 3
)
SELECT ones.faction AS one, others.faction AS other, count(*) AS votes,
    round(100.0 * count(*) FILTER (WHERE ones.line = others.line) / count(*) + 1e-9, 1) AS percent
FROM lines AS ones
JOIN lines AS others ON others.vote_key = ones.vote_key AND others.faction > ones.faction
WHERE ones.line IS NOT NULL AND others.line IS NOT NULL
GROUP BY ones.faction, others.faction
HAVING count(*) >= 3
ORDER BY ones.faction, others.faction
