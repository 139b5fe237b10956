-- severity: error
-- explains: A vote of which not every ballot is published, or whose yes decides nothing, shows no line of a faction.
SELECT
    coalesce(votes.key, printf('vote %d', vote_factions.vote_id)) AS subject_key,
    printf('%s has the line %s', coalesce(factions.label, 'who belongs to no faction'), vote_factions.line) AS message
FROM vote_factions
LEFT JOIN votes ON votes.id = vote_factions.vote_id
LEFT JOIN measured_votes ON measured_votes.vote_id = vote_factions.vote_id
LEFT JOIN factions ON factions.id = vote_factions.faction_id
WHERE vote_factions.line IS NOT NULL AND (measured_votes.vote_id IS NULL OR factions.id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM measure_pending)
