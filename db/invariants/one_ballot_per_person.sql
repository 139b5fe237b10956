-- severity: error
-- explains: A person has one ballot in a vote, also where two official identifiers stand for one person.
SELECT
    votes.key AS subject_key,
    printf(
        '%s, born %s, has two ballots, as %s and as %s', one.name, one.birth_date, one.key, other.key
    ) AS message
FROM persons AS one
JOIN persons AS other
    ON other.family_name = one.family_name AND other.given_name = one.given_name
    AND other.birth_date = one.birth_date AND other.id > one.id
JOIN vote_ballots AS first ON first.person_id = one.id AND first.withdrawn_at IS NULL
JOIN vote_ballots AS second
    ON second.vote_id = first.vote_id AND second.person_id = other.id AND second.withdrawn_at IS NULL
JOIN votes ON votes.id = first.vote_id
