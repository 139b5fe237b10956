-- severity: error
-- explains: A key can stand in an address as it is: lower-case letters, digits and hyphens.
WITH keys AS (
    SELECT 'persons' AS place, key FROM persons
    UNION ALL SELECT 'merged_persons', key FROM merged_persons
    UNION ALL SELECT 'factions', key FROM factions
    UNION ALL SELECT 'memberships', key FROM memberships
    UNION ALL SELECT 'sittings', key FROM sittings
    UNION ALL SELECT 'bills', key FROM bills
    UNION ALL SELECT 'documents', key FROM documents
    UNION ALL SELECT 'stages', key FROM stages
    UNION ALL SELECT 'votes', key FROM votes
    UNION ALL SELECT 'tally_reports', key FROM tally_reports
    UNION ALL SELECT 'expectations', key FROM expectations
    UNION ALL SELECT 'states', key FROM states
    UNION ALL SELECT 'treaties', key FROM treaties
    UNION ALL SELECT 'told_actions', key FROM told_actions
    UNION ALL SELECT 'treaty_participants', key FROM treaty_participants
    UNION ALL SELECT 'treaty_counts', key FROM treaty_counts
    UNION ALL SELECT 'events', key FROM events
    UNION ALL SELECT 'timeline', key FROM timeline
)
SELECT key AS subject_key, printf('"%s" in %s', key, place) AS message
FROM keys
WHERE key GLOB '*[^a-z0-9-]*' OR key GLOB '-*' OR key GLOB '*-' OR key = ''
    OR instr(key, char(0)) > 0  -- GLOB reads no further than that
