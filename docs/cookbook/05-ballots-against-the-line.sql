-- Ballots unlike those of most of the faction
--
-- The line of a faction in a vote is the option of more than half of those of its members who voted yes, no
-- or abstained; without such a majority, or with fewer than three voting, there is none. Of the hundred
-- latest cases of a chamber in which a faction had a line and was not at one. Comparing ballots says
-- nothing about reasons, and many votes are free.
WITH asked AS (SELECT 'lv-saeima' AS chamber),
split AS (
    SELECT faction_votes.vote_key, faction_votes.date, faction_votes.faction, faction_votes.line,
        faction_votes.yes + faction_votes.no + faction_votes.abstain AS voting
    FROM asked
    JOIN faction_votes ON faction_votes.chamber = asked.chamber
    WHERE faction_votes.against > 0
    ORDER BY faction_votes.date DESC, faction_votes.vote_key, faction_votes.faction
    LIMIT 100
)
SELECT split.date, split.vote_key, split.faction, split.line, split.voting,
    ballots.person_key, ballots.person, ballots.option
FROM split
JOIN ballots ON ballots.vote_key = split.vote_key AND ballots.faction = split.faction
WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.option <> split.line
    AND ballots.withdrawn_at IS NULL
ORDER BY split.date DESC, split.vote_key, split.faction, ballots.person_key
