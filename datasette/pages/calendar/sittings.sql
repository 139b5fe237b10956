WITH days AS (
    SELECT sitting_id, date FROM sitting_days
    UNION
    SELECT id, start_date FROM sittings
    WHERE start_date IS NOT NULL AND id NOT IN (SELECT sitting_id FROM sitting_days)
)
SELECT
    'sittings/' || sittings.key || '/' || days.date AS id,
    '/debates/' || sittings.key AS page,
    days.date AS date,
    coalesce(responses.fetched_at, days.date) AS stamp,
    chambers.name_en || ' (' || countries.name || ') sits' AS title,
    coalesce(
        (
            SELECT 'On the agenda: ' || group_concat(coalesce(number || '. ', '') || title, '; ')
            FROM (
                SELECT number, title FROM agenda_items
                WHERE agenda_items.sitting_key = sittings.key AND withdrawn_at IS NULL
                -- More than that nobody reads in a calendar; the page has the rest.
                ORDER BY position LIMIT 20
            )
        ),
        sittings.title,
        'The agenda is not known.'
    ) AS summary
FROM days
JOIN sittings ON sittings.id = days.sitting_id
JOIN chambers ON chambers.key = sittings.chamber
JOIN countries ON countries.key = chambers.country
LEFT JOIN responses ON responses.id = sittings.response_id
WHERE days.date >= :as_of
ORDER BY days.date, sittings.key
