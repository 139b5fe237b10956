-- severity: warning
-- explains: Two members of one name who have ballots in the same vote are told apart by their year of birth.
SELECT
    one.key AS subject_key,
    printf(
        '%s and %s are both %s, and no year of birth tells them apart; votes in common: %d',
        one.key, other.key, one.name, count(*)
    ) AS message
FROM persons AS one
JOIN persons AS other
    ON other.family_name = one.family_name AND other.given_name = one.given_name AND other.id > one.id
JOIN vote_ballots AS first ON first.person_id = one.id AND first.withdrawn_at IS NULL
JOIN vote_ballots AS second
    ON second.vote_id = first.vote_id AND second.person_id = other.id AND second.withdrawn_at IS NULL
WHERE (one.birth_date <> other.birth_date) IS NOT 1 AND (one.birth_year <> other.birth_year) IS NOT 1
GROUP BY one.id, other.id
