-- severity: error
-- explains: Whoever has a ballot held a seat in the chamber on that day, as far as the days of the seat are known.
WITH seats AS (
    SELECT
        memberships.person_id,
        memberships.chamber,
        memberships.term,
        coalesce(memberships.start_date, terms.start_date, '0000') AS start_date,
        coalesce(memberships.end_date, terms.end_date, '9999') AS end_date
    FROM memberships LEFT JOIN terms ON terms.key = memberships.term
    WHERE memberships.faction_id IS NULL AND memberships.withdrawn_at IS NULL
)
SELECT
    votes.key AS subject_key,
    printf('%s (%s) has a ballot of %s but held no seat that day', persons.name, persons.key, votes.date) AS message
FROM vote_ballots
JOIN votes ON votes.id = vote_ballots.vote_id
JOIN persons ON persons.id = vote_ballots.person_id
WHERE vote_ballots.withdrawn_at IS NULL
    AND EXISTS (
        -- A register of one term says nothing of the seats of another.
        SELECT 1 FROM seats
        WHERE seats.person_id = persons.id AND seats.chamber = votes.chamber
            AND (seats.term IS NULL OR seats.term = votes.term)
    )
    AND NOT EXISTS (
        SELECT 1 FROM seats
        WHERE seats.person_id = persons.id AND seats.chamber = votes.chamber
            AND votes.date BETWEEN seats.start_date AND seats.end_date
    )
