-- Decisions of which no ballots are here, and why
--
-- A show of hands, a secret vote, a consensus, a list that the source does not publish, or one that was not
-- collected: five different things, none of them an absence.
SELECT votes.chamber, votes.method, votes.ballots_status, count(*) AS votes,
    count(*) FILTER (WHERE votes.is_final = 1) AS final_votes, min(votes.date) AS first,
    max(votes.date) AS last
FROM votes
WHERE votes.ballots_status <> 'published'
GROUP BY votes.chamber, votes.method, votes.ballots_status
ORDER BY votes.chamber, votes.method, votes.ballots_status
