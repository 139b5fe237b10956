CREATE VIEW treaty_discrepancies AS
WITH compared AS NOT MATERIALIZED (
    SELECT
        best.key AS event_key, best.is_official AS is_official, told.told_by, told.origin, told.source_url,
        best.date AS best_date, told.date AS told_date,
        CASE
            WHEN 'by' IN (best.date_precision, told.date_precision) THEN best.latest <= told.latest
            ELSE substr(best.date, 1, known.length) = substr(told.date, 1, known.length)
        END AS is_same_date,
        best.action AS best_action, told.action AS told_action,
        best.effect_date AS best_effect, told.effect_date AS told_effect,
        best.effect_basis = 'stated' AND told.effect_basis = 'stated' AS states_effects
    FROM told_actions AS twin
    JOIN treaty_actions AS told ON told.key = twin.key
    JOIN treaty_actions AS best ON best.key = twin.event_key
    JOIN (
        SELECT 'day' AS precision, 10 AS length
        UNION ALL SELECT 'by', 10 UNION ALL SELECT 'month', 7 UNION ALL SELECT 'year', 4
    ) AS known ON known.precision = iif(best.date_precision = 'year', 'year', told.date_precision)
    WHERE twin.event_key IS NOT NULL AND twin.withdrawn_at IS NULL
)
SELECT
    iif(is_same_date, 'confirms', 'contradicts') AS kind,
    event_key AS subject_key,
    'date' AS field,
    best_date AS official_value,
    is_official,
    told_date AS other_value,
    told_by AS other_place,
    origin,
    source_url
FROM compared
UNION ALL
SELECT 'contradicts', event_key, 'action', best_action, is_official, told_action, told_by, origin, source_url
FROM compared
WHERE best_action <> told_action AND 'joining' NOT IN (best_action, told_action)
UNION ALL
SELECT
    iif(best_effect = told_effect, 'confirms', 'contradicts'), event_key, 'effect_date', best_effect, is_official, told_effect,
    told_by, origin, source_url
FROM compared
WHERE states_effects
UNION ALL
SELECT
    'rule', key, 'effect_date', effect_date, is_official, computed_effect, effect_rule, origin, source_url
FROM treaty_actions
WHERE effect_basis = 'stated' AND computed_effect <> effect_date AND action <> 'succession'
    AND withdrawn_at IS NULL
UNION ALL
SELECT
    'parties', counts.treaty, counts.read_on, counts.parties, 1, printed.parties, counts.place || ', its rows',
    counts.origin, counts.source_url
FROM treaty_counts AS counts
JOIN (
    SELECT treaty, place, sum(date IS NOT NULL AND NOT is_bracketed AND termination_date IS NULL) AS parties
    FROM treaty_participants
    WHERE withdrawn_at IS NULL
    GROUP BY treaty, place
) AS printed ON printed.treaty = counts.treaty AND printed.place = counts.place
WHERE counts.parties <> printed.parties
    AND counts.read_on = (
        SELECT max(later.read_on) FROM treaty_counts AS later
        WHERE later.treaty = counts.treaty AND later.place = counts.place
    )
