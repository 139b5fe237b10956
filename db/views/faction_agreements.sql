CREATE VIEW faction_agreements AS
SELECT
    measured_terms.term AS term,
    faction_pairs.year AS year,
    one.key AS one_key,
    one.label AS one,
    other.key AS other_key,
    other.label AS other,
    faction_pairs.shared AS shared,
    faction_pairs.agreed AS agreed,
    CASE WHEN faction_pairs.shared >= 10 THEN
        1.0 * faction_pairs.agreed / faction_pairs.shared
    END AS agreement
FROM faction_pairs
JOIN measured_terms ON measured_terms.id = faction_pairs.term_id
JOIN factions AS one ON one.id = faction_pairs.one_id
JOIN factions AS other ON other.id = faction_pairs.other_id
