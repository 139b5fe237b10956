-- severity: error
-- explains: A vote has no more ballots than its chamber has seats.
SELECT
    votes.key AS subject_key,
    printf('%d ballots, but the chamber has %d seats', count(*), chambers.seats) AS message
FROM votes
JOIN chambers ON chambers.key = votes.chamber
JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
GROUP BY votes.id
HAVING count(*) > chambers.seats
