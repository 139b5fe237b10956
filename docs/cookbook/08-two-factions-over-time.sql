-- How often do these two factions agree, and did that change
--
-- By year: in how many votes both had a line (question 5), and in how many of those it was the same one.
-- Few votes say little, so the number stands beside the share.
WITH asked AS (SELECT 'lv-saeima' AS chamber, 'JV' AS one, 'NA' AS other)
SELECT faction_agreements.year, sum(faction_agreements.shared) AS votes,
    sum(faction_agreements.agreed) AS agreed,
    round(
        100.0 * sum(faction_agreements.agreed) / nullif(sum(faction_agreements.shared), 0) + 1e-9, 1
    ) AS percent
FROM asked
JOIN terms ON terms.chamber = asked.chamber
JOIN faction_agreements ON faction_agreements.term = terms.key
WHERE faction_agreements.one IN (asked.one, asked.other)
    AND faction_agreements.other IN (asked.one, asked.other)
GROUP BY faction_agreements.year
ORDER BY faction_agreements.year
