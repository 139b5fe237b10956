-- severity: error
-- explains: Whom a reviewed identity calls one person has one row, and two persons have two.
SELECT
    one_key AS subject_key,
    CASE is_same
        WHEN 1 THEN printf(
            '%s and %s are said to be one person, and kept apart: %s', one_key, other_key,
            CASE
                WHEN EXISTS (
                    SELECT 1
                    FROM vote_ballots AS first
                    JOIN vote_ballots AS second ON second.vote_id = first.vote_id AND second.person_id = other.id
                    WHERE first.person_id = one.id
                ) THEN 'both have a ballot in one vote'
                ELSE 'it contradicts something else'
            END
        )
        ELSE printf('%s and %s are said to be two persons, and joined', one_key, other_key)
    END AS message
FROM reviewed_identities
JOIN person_aliases AS first_alias ON first_alias.alias = one_key
JOIN person_aliases AS second_alias ON second_alias.alias = other_key
JOIN persons AS one ON one.key = first_alias.person_key
JOIN persons AS other ON other.key = second_alias.person_key
WHERE is_same <> (one.key = other.key)
