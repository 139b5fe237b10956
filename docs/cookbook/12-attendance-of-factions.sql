-- How many of each faction took part
--
-- The share of ballots that were cast (yes, no, abstain or a choice) of all ballots of a faction for which
-- the source says anything. `not_recorded` and secret ballots say nothing about presence and are left out;
-- a faction with fewer than twenty ballots is too.
WITH asked AS (SELECT 'pl-sejm' AS chamber),
told AS (
    SELECT faction_votes.faction, faction_votes.vote_key,
        faction_votes.yes + faction_votes.no + faction_votes.abstain + faction_votes.choice AS cast_ballots,
        faction_votes.ballots - faction_votes.not_recorded - faction_votes.secret AS ballots
    FROM asked
    JOIN votes ON votes.chamber = asked.chamber AND votes.ballots_status = 'published'
    JOIN faction_votes ON faction_votes.vote_key = votes.key
)
SELECT faction, count(DISTINCT vote_key) AS votes, sum(ballots) AS ballots, sum(cast_ballots) AS cast_ballots,
    round(100.0 * sum(cast_ballots) / nullif(sum(ballots), 0) + 1e-9, 1) AS percent
FROM told
WHERE ballots > 0
GROUP BY faction
HAVING sum(ballots) >= 20
ORDER BY faction NULLS LAST
