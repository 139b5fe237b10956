-- severity: error
-- explains: Every row comes from one answer that was stored, of its own origin, or from one entry of the dossier.
WITH sourced AS (
    SELECT key, origin, response_id, dossier_entry_id FROM persons
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM merged_persons
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM factions
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM memberships
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM sittings
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM bills
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM documents
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM stages
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM votes
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM tally_reports
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM expectations
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM treaties
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM told_actions
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM treaty_participants
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM treaty_counts
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM events
    UNION ALL SELECT key, origin, response_id, dossier_entry_id FROM bill_treaties
    UNION ALL SELECT row_key, NULL, response_id, dossier_entry_id FROM revisions
),
judged AS (
    SELECT
        sourced.key,
        CASE
            WHEN sourced.response_id IS NOT NULL AND sourced.dossier_entry_id IS NOT NULL
                THEN 'two sources, a response and an entry of the dossier'
            WHEN coalesce(responses.id, dossier_entries.id) IS NULL THEN 'no source'
            WHEN responses.state = 'quarantined' THEN 'comes from a quarantined response'
            WHEN coalesce(responses.origin, 'dossier') <> sourced.origin
                THEN printf('said to be %s, comes from %s', sourced.origin, coalesce(responses.origin, 'dossier'))
        END AS problem
    FROM sourced
    LEFT JOIN responses ON responses.id = sourced.response_id
    LEFT JOIN dossier_entries ON dossier_entries.id = sourced.dossier_entry_id
)
SELECT key AS subject_key, problem AS message
FROM judged
WHERE problem IS NOT NULL
