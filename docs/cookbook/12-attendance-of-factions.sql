-- How many of each faction took part
--
-- The share of ballots that were cast (yes, no, abstain or a choice) of all ballots of a faction for which
-- the source says anything. `not_recorded` and secret ballots say nothing about presence and are left out;
-- a faction with fewer than twenty ballots is too.
WITH asked AS (SELECT 'pl-sejm' AS chamber)
SELECT ballots.faction, count(DISTINCT ballots.vote_key) AS votes, count(*) AS ballots,
    count(*) FILTER (WHERE ballots.option IN ('yes', 'no', 'abstain', 'choice')) AS cast_ballots,
    round(
        100.0 * count(*) FILTER (WHERE ballots.option IN ('yes', 'no', 'abstain', 'choice')) / count(*)
            + 1e-9,
        1
    ) AS percent
FROM asked
JOIN ballots ON ballots.chamber = asked.chamber
JOIN votes ON votes.key = ballots.vote_key AND votes.ballots_status = 'published'
WHERE ballots.option NOT IN ('not_recorded', 'secret') AND ballots.withdrawn_at IS NULL
GROUP BY ballots.faction
HAVING count(*) >= 20
ORDER BY ballots.faction NULLS LAST
