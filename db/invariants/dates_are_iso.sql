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
)
SELECT subject_key, printf('%s is "%s"', name, value) AS message
FROM dates
WHERE value IS NOT NULL AND date(value, '+0 days') IS NOT value
