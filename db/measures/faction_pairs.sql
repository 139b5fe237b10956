-- In how many votes of a year of a term both of two factions had a line, and in how many it was the same.
INSERT INTO faction_pairs
SELECT
    :term_id,
    CAST(substr(votes.date, 1, 4) AS INTEGER),
    one.faction_id,
    other.faction_id,
    count(*),
    sum(one.line = other.line)
FROM vote_places
CROSS JOIN votes ON votes.id = vote_places.vote_id
CROSS JOIN vote_factions AS one ON one.vote_id = vote_places.vote_id AND one.line IS NOT NULL
CROSS JOIN vote_factions AS other
    ON other.vote_id = vote_places.vote_id AND other.faction_id > one.faction_id AND other.line IS NOT NULL
WHERE vote_places.term_id = :term_id
GROUP BY substr(votes.date, 1, 4), one.faction_id, other.faction_id
