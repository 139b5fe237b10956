SELECT
    persons.key AS person_key,
    persons.name AS person,
    memberships.start_date AS start_date,
    memberships.end_date AS end_date,
    memberships.is_active AS is_active
FROM memberships
JOIN persons ON persons.id = memberships.person_id
WHERE memberships.faction_id = (SELECT id FROM factions WHERE key = :key) AND memberships.withdrawn_at IS NULL
ORDER BY persons.family_name, persons.given_name, memberships.start_date
