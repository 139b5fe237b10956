-- How united each faction votes
--
-- Two standard measures, each the mean over the votes in which at least three of the faction voted: the
-- Rice index, |yes - no| / (yes + no), and the agreement index of Hix, Noury and Roland, (most - (all -
-- most) / 2) / all over yes, no and abstain. 1 is united; a split in halves is 0 by Rice, which leaves out
-- votes with fewer than three yes and no. `votes` says on how many votes they rest.
WITH asked AS (SELECT 'lv-saeima' AS chamber)
SELECT faction_votes.faction, count(*) AS votes,
    round(avg(faction_votes.rice) + 1e-9, 3) AS rice,
    round(avg(faction_votes.agreement_index) + 1e-9, 3) AS agreement
FROM asked
JOIN faction_votes ON faction_votes.chamber = asked.chamber
WHERE faction_votes.agreement_index IS NOT NULL
GROUP BY faction_votes.faction
ORDER BY faction_votes.faction
