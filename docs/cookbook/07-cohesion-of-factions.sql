-- How united each faction votes
--
-- Two standard measures, each the mean over the votes in which at least three of the faction voted: the
-- Rice index, |yes - no| / (yes + no), and the agreement index of Hix, Noury and Roland, (most - (all -
-- most) / 2) / all over yes, no and abstain. 1 is united; a split in halves is 0 by Rice. `votes` says on
-- how many votes they rest.
WITH asked AS (SELECT 'lv-saeima' AS chamber),
tallies AS (
    SELECT ballots.vote_key, ballots.faction,
        count(*) FILTER (WHERE ballots.option = 'yes') AS yes,
        count(*) FILTER (WHERE ballots.option = 'no') AS no,
        count(*) FILTER (WHERE ballots.option = 'abstain') AS abstain,
        count(*) AS voting
    FROM asked
    JOIN ballots ON ballots.chamber = asked.chamber
    JOIN votes ON votes.key = ballots.vote_key AND votes.ballots_status = 'published'
    WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
        AND ballots.faction IS NOT NULL
    GROUP BY ballots.vote_key, ballots.faction
),
most AS (
    SELECT faction, yes, no, voting,
        CASE WHEN yes >= no AND yes >= abstain THEN yes WHEN no >= abstain THEN no ELSE abstain END AS most
    FROM tallies WHERE voting >= 3
)
SELECT faction, count(*) AS votes,
    round(avg(CASE WHEN yes + no > 0 THEN abs(yes - no) * 1.0 / (yes + no) END) + 1e-9, 3) AS rice,
    round(avg((most * 1.0 - (voting - most) / 2.0) / voting) + 1e-9, 3) AS agreement
FROM most
GROUP BY faction
ORDER BY faction
