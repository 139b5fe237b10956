CREATE VIEW member_agreements AS
SELECT
    measured_terms.term AS term,
    one.key AS one_key,
    one.name AS one,
    other.key AS other_key,
    other.name AS other,
    member_pairs.shared AS shared,
    member_pairs.agreed AS agreed,
    CASE WHEN member_pairs.shared >= 10 THEN 1.0 * member_pairs.agreed / member_pairs.shared END AS agreement
FROM member_pairs
JOIN measured_terms ON measured_terms.id = member_pairs.term_id
JOIN persons AS one ON one.id = member_pairs.one_id
JOIN persons AS other ON other.id = member_pairs.other_id
