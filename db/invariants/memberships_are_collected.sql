-- severity: notice
-- explains: The seat of everyone who has a ballot is known; where it was not collected, nobody can check that they were members.
SELECT
    votes.key AS subject_key,
    printf(
        '%d of %d ballots are by members whose seat was not collected',
        sum(seats.person_id IS NULL), count(*)
    ) AS message
FROM vote_ballots
JOIN votes ON votes.id = vote_ballots.vote_id
LEFT JOIN (
    SELECT DISTINCT person_id, chamber, term FROM memberships
    WHERE faction_id IS NULL AND withdrawn_at IS NULL
) AS seats
    ON seats.person_id = vote_ballots.person_id AND seats.chamber = votes.chamber
    AND (seats.term IS NULL OR seats.term = votes.term)
WHERE vote_ballots.withdrawn_at IS NULL
GROUP BY votes.id
HAVING sum(seats.person_id IS NULL) > 0
