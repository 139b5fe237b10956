-- Votes with fewer ballots than their tally says
--
-- The check by which a silently missing ballot shows: yes, no and abstentions that the source declares,
-- against the ballots that are here. A row is either a partial list, and says so, or something to look
-- into.
WITH held AS (
    SELECT vote_id, sum(ballots) AS ballots
    FROM vote_options
    WHERE option IN ('yes', 'no', 'abstain', 'choice')
    GROUP BY vote_id
)
SELECT votes.chamber, votes.date, votes.key AS vote_key, votes.ballots_status,
    votes.declared_yes + votes.declared_no + votes.declared_abstain AS declared, held.ballots
FROM votes
JOIN held ON held.vote_id = votes.id
WHERE votes.declared_yes + votes.declared_no + votes.declared_abstain <> held.ballots
ORDER BY votes.chamber, votes.date, votes.key
