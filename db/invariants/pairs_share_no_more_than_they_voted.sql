-- severity: error
-- explains: Two members agree in no more votes than both voted in, and share no more than the less busy of them voted in.
SELECT
    measured_terms.term AS subject_key,
    printf('persons %d and %d agree in %d of %d votes', one_id, other_id, agreed, shared) AS message
FROM member_pairs
JOIN measured_terms ON measured_terms.id = member_pairs.term_id
LEFT JOIN member_terms AS one ON one.term_id = member_pairs.term_id AND one.person_id = one_id
LEFT JOIN member_terms AS other ON other.term_id = member_pairs.term_id AND other.person_id = other_id
WHERE NOT EXISTS (SELECT 1 FROM measure_pending)
    AND (
        agreed > shared
        OR shared > coalesce(min(one.yes + one.no + one.abstain, other.yes + other.no + other.abstain), 0)
    )
