-- How often do these two factions agree, and did that change
--
-- By year: in how many votes both had a line (question 5), and in how many of those it was the same one.
-- Few votes say little, so the number stands beside the share.
WITH asked AS (SELECT 'lv-saeima' AS chamber, 'JV' AS one, 'NA' AS other),
tallies AS (
    SELECT ballots.vote_key, substr(ballots.date, 1, 4) AS year, ballots.faction, count(*) AS voting,
        count(*) FILTER (WHERE ballots.option = 'yes') AS yes,
        count(*) FILTER (WHERE ballots.option = 'no') AS no,
        count(*) FILTER (WHERE ballots.option = 'abstain') AS abstain
    FROM asked
    JOIN ballots ON ballots.chamber = asked.chamber AND ballots.faction IN (asked.one, asked.other)
    JOIN votes ON votes.key = ballots.vote_key AND votes.ballots_status = 'published'
    WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
    GROUP BY ballots.vote_key, substr(ballots.date, 1, 4), ballots.faction
),
lines AS (
    SELECT vote_key, year, faction,
        CASE
            WHEN yes * 2 > voting THEN 'yes'
            WHEN no * 2 > voting THEN 'no'
            WHEN abstain * 2 > voting THEN 'abstain'
        END AS line
    FROM tallies WHERE voting >= 3
)
SELECT ones.year, count(*) AS votes, count(*) FILTER (WHERE ones.line = others.line) AS agreed,
    round(100.0 * count(*) FILTER (WHERE ones.line = others.line) / count(*) + 1e-9, 1) AS percent
FROM asked
JOIN lines AS ones ON ones.faction = asked.one
JOIN lines AS others ON others.faction = asked.other AND others.vote_key = ones.vote_key
WHERE ones.line IS NOT NULL AND others.line IS NOT NULL
GROUP BY ones.year
ORDER BY ones.year
