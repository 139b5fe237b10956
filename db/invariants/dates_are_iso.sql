-- severity: error
-- explains: Every date is a day of the calendar, written as year, month and day.
WITH dates AS (
    SELECT key AS subject_key, 'start_date' AS name, start_date AS value FROM terms
    UNION ALL SELECT key, 'end_date', end_date FROM terms
    UNION ALL SELECT key, 'birth_date', birth_date FROM persons
    UNION ALL SELECT key, 'birth_date', birth_date FROM merged_persons
    UNION ALL SELECT key, 'start_date', start_date FROM memberships
    UNION ALL SELECT key, 'end_date', end_date FROM memberships
    UNION ALL SELECT key, 'start_date', start_date FROM sittings
    UNION ALL SELECT key, 'end_date', end_date FROM sittings
    UNION ALL
    SELECT sittings.key, 'date', sitting_days.date
    FROM sitting_days JOIN sittings ON sittings.id = sitting_days.sitting_id
    UNION ALL SELECT key, 'submitted_on', submitted_on FROM bills
    UNION ALL SELECT key, 'closed_on', closed_on FROM bills
    UNION ALL SELECT key, 'date', date FROM documents
    UNION ALL SELECT key, 'date', date FROM stages
    UNION ALL SELECT key, 'date', date FROM votes
    UNION ALL SELECT key, 'adopted_on', adopted_on FROM treaties
    UNION ALL SELECT key, 'opened_on', opened_on FROM treaties
    UNION ALL SELECT key, 'in_force_on', in_force_on FROM treaties
    UNION ALL SELECT key, 'date', date FROM told_actions
    UNION ALL SELECT key, 'effect_date', effect_date FROM told_actions
    UNION ALL SELECT key, 'notification_date', notification_date FROM told_actions
    UNION ALL SELECT key, 'signature_date', signature_date FROM treaty_participants
    UNION ALL SELECT key, 'provisional_date', provisional_date FROM treaty_participants
    UNION ALL SELECT key, 'date', date FROM treaty_participants
    UNION ALL SELECT key, 'effect_date', effect_date FROM treaty_participants
    UNION ALL SELECT key, 'renunciation_date', renunciation_date FROM treaty_participants
    UNION ALL SELECT key, 'termination_date', termination_date FROM treaty_participants
    UNION ALL SELECT key, 'read_on', read_on FROM treaty_counts
    UNION ALL SELECT key, 'date', date FROM events
    UNION ALL SELECT number, 'as_of', as_of FROM claims
)
SELECT subject_key, printf('%s is "%s"', name, value) AS message
FROM dates
WHERE value IS NOT NULL AND date(value, '+0 days') IS NOT value
