-- severity: warning
-- explains: Two members of one name who have ballots in the same vote are told apart by their year of birth.
WITH namesakes AS MATERIALIZED (
    SELECT one.id, one.key, other.id AS other_id, other.key AS other_key, one.name
    FROM persons AS one
    JOIN persons AS other
        ON other.family_name = one.family_name AND other.given_name = one.given_name AND other.id > one.id
    WHERE (one.birth_date <> other.birth_date) IS NOT 1 AND (one.birth_year <> other.birth_year) IS NOT 1
)
-- CROSS JOIN keeps the order of the tables: begun at the ballots, it takes minutes.
SELECT
    key AS subject_key,
    printf(
        '%s and %s are both %s, and no year of birth tells them apart; votes in common: %d',
        key, other_key, name, count(*)
    ) AS message
FROM namesakes
CROSS JOIN vote_ballots AS first ON first.person_id = namesakes.id AND first.withdrawn_at IS NULL
CROSS JOIN vote_ballots AS second
    ON second.vote_id = first.vote_id AND second.person_id = other_id AND second.withdrawn_at IS NULL
GROUP BY namesakes.id, other_id
