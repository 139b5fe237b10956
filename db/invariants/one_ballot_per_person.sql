-- severity: error
-- explains: A person has one ballot in a vote, also where two official identifiers stand for one person.
WITH twins AS MATERIALIZED (
    SELECT one.id, one.key, other.id AS other_id, other.key AS other_key, one.name, one.birth_date
    FROM persons AS one
    JOIN persons AS other
        ON other.family_name = one.family_name AND other.given_name = one.given_name
        AND other.birth_date = one.birth_date AND other.id > one.id
)
-- CROSS JOIN keeps the order of the tables: begun at the ballots, it takes minutes.
SELECT
    votes.key AS subject_key,
    printf('%s, born %s, has two ballots, as %s and as %s', name, birth_date, twins.key, other_key) AS message
FROM twins
CROSS JOIN vote_ballots AS first ON first.person_id = twins.id AND first.withdrawn_at IS NULL
CROSS JOIN vote_ballots AS second
    ON second.vote_id = first.vote_id AND second.person_id = other_id AND second.withdrawn_at IS NULL
CROSS JOIN votes ON votes.id = first.vote_id
