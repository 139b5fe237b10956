-- Ballots unlike those of most of the faction
--
-- The line of a faction in a vote is the option of more than half of those of its members who voted yes, no
-- or abstained; without such a majority, or with fewer than three voting, there is none. Comparing ballots
-- says nothing about reasons, and many votes are free.
WITH asked AS (SELECT 'lv-saeima' AS chamber),
cast_ballots AS (
    SELECT ballots.vote_key, ballots.date, ballots.person_key, ballots.person, ballots.faction, ballots.option
    FROM asked
    JOIN votes ON votes.chamber = asked.chamber AND votes.ballots_status = 'published'
    JOIN ballots ON ballots.vote_key = votes.key
    WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
        AND ballots.faction IS NOT NULL
),
tallies AS (
    SELECT vote_key, faction, count(*) AS voting, count(*) FILTER (WHERE option = 'yes') AS yes,
        count(*) FILTER (WHERE option = 'no') AS no, count(*) FILTER (WHERE option = 'abstain') AS abstain
    FROM cast_ballots GROUP BY vote_key, faction
),
lines AS (
    SELECT vote_key, faction, voting,
        CASE
            WHEN yes * 2 > voting THEN 'yes'
            WHEN no * 2 > voting THEN 'no'
            WHEN abstain * 2 > voting THEN 'abstain'
        END AS line
    FROM tallies WHERE voting >= 3
)
SELECT cast_ballots.date, cast_ballots.vote_key, cast_ballots.faction, lines.line, lines.voting,
    cast_ballots.person_key, cast_ballots.person, cast_ballots.option
FROM cast_ballots
JOIN lines ON lines.vote_key = cast_ballots.vote_key AND lines.faction = cast_ballots.faction
WHERE cast_ballots.option <> lines.line
ORDER BY cast_ballots.date, cast_ballots.vote_key, cast_ballots.faction, cast_ballots.person_key
LIMIT 500
