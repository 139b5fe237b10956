-- Whose ballots carry more than one faction in a term
--
-- By the factions printed with the ballots: the first and the last of them by the alphabet. A change of
-- name of the faction shows here as well.
WITH asked AS (SELECT 'lv-saeima' AS chamber)
SELECT ballots.term, ballots.person_key, min(ballots.person) AS person,
    min(ballots.faction) AS one, max(ballots.faction) AS other,
    min(ballots.date) AS first, max(ballots.date) AS last
FROM asked
JOIN ballots ON ballots.chamber = asked.chamber
WHERE ballots.withdrawn_at IS NULL
GROUP BY ballots.term, ballots.person_key
HAVING min(ballots.faction) <> max(ballots.faction)
ORDER BY ballots.term, ballots.person_key
