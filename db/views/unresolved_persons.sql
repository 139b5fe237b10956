CREATE VIEW unresolved_persons AS
WITH pairs AS MATERIALIZED (
    SELECT DISTINCT one.person_id AS one_id, other.person_id AS other_id
    FROM person_names AS one
    JOIN person_names AS other ON other.folded_name = one.folded_name AND other.person_id <> one.person_id
)
SELECT
    one.key AS one_key,
    other.key AS other_key,
    one.name AS one_name,
    other.name AS other_name,
    CASE
        WHEN one.birth_date IS NULL AND other.birth_date IS NULL THEN 'both dates of birth'
        WHEN one.birth_date IS NULL THEN 'the date of birth of ' || one.key
        WHEN other.birth_date IS NULL THEN 'the date of birth of ' || other.key
        ELSE 'what tells apart two people of one name and date of birth'
    END AS missing
FROM pairs
JOIN persons AS one ON one.id = pairs.one_id
JOIN persons AS other ON other.id = pairs.other_id
WHERE one.key < other.key
    -- A key begins with the code of its country.
    AND substr(one.key, 1, instr(one.key, '-')) = substr(other.key, 1, instr(other.key, '-'))
    AND (one.birth_date <> other.birth_date) IS NOT 1
    AND (one.birth_year <> other.birth_year) IS NOT 1
    AND NOT EXISTS (
        SELECT 1
        FROM reviewed_identities
        JOIN person_aliases AS first ON first.alias = reviewed_identities.one_key
        JOIN person_aliases AS second ON second.alias = reviewed_identities.other_key
        WHERE reviewed_identities.is_same = 0
            AND min(first.person_key, second.person_key) = one.key
            AND max(first.person_key, second.person_key) = other.key
    )
