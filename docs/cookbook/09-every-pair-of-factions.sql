-- How often every two factions of a chamber agree
--
-- As before, for every pair at once and over all terms. Pairs with fewer than three votes in common are left
-- out: that is too little to say anything.
WITH asked AS (SELECT 'lv-saeima' AS chamber),
pairs AS (
    SELECT faction_agreements.shared, faction_agreements.agreed,
        CASE WHEN one < other THEN one ELSE other END AS one,
        CASE WHEN one < other THEN other ELSE one END AS other
    FROM asked
    JOIN terms ON terms.chamber = asked.chamber
    JOIN faction_agreements ON faction_agreements.term = terms.key
)
SELECT one, other, sum(shared) AS votes,
    round(100.0 * sum(agreed) / nullif(sum(shared), 0) + 1e-9, 1) AS percent
FROM pairs
GROUP BY one, other
HAVING sum(shared) >= 3
ORDER BY one, other
