-- severity: notice
-- explains: The stages of a bill follow one another in time, as exactly as their dates are known.
WITH dated AS (
    SELECT
        bill_key, position, label, date,
        CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END AS known,
        origin
    FROM stages
    WHERE date IS NOT NULL AND withdrawn_at IS NULL
),
ordered AS (
    SELECT *, lag(position) OVER earlier AS before, lag(date) OVER earlier AS date_before,
        lag(known) OVER earlier AS known_before
    FROM dated
    WINDOW earlier AS (PARTITION BY bill_key, origin ORDER BY position)
)
SELECT
    bill_key AS subject_key,
    printf('stage %d (%s) is of %s, stage %d of %s', position, label, date, before, date_before) AS message
FROM ordered
WHERE substr(date, 1, min(known, known_before)) < substr(date_before, 1, min(known, known_before))
