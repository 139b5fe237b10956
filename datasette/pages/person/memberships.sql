SELECT
    chambers.name_en AS chamber,
    factions.label AS faction,
    factions.name AS faction_name,
    memberships.start_date AS start_date,
    memberships.end_date AS end_date,
    memberships.is_active AS is_active,
    memberships.source_url AS source_url
FROM persons
JOIN memberships ON memberships.person_id = persons.id
JOIN chambers ON chambers.key = memberships.chamber
LEFT JOIN factions ON factions.id = memberships.faction_id
WHERE persons.key = :key AND memberships.withdrawn_at IS NULL
ORDER BY memberships.start_date DESC, factions.label
