CREATE VIEW treaty_actions AS
WITH ranked AS (
    SELECT
        *,
        -- The depositary first, then the best known; what its source still shows before what it took back.
        printf(
            '%d%d%d%d%s',
            is_official = 0,
            withdrawn_at IS NOT NULL,
            CASE confidence WHEN 'official' THEN 0 WHEN 'confirmed' THEN 1 WHEN 'single source' THEN 2 ELSE 3 END,
            origin <> 'live',
            key
        ) AS rank
    FROM treaty_tellings
),
joined AS (
    SELECT
        told.id AS told_id,
        (
            SELECT better.key
            FROM ranked AS better
            WHERE better.treaty = told.treaty AND better.state = told.state AND better.class = told.class
                AND better.target IS told.target AND better.rank < told.rank
                AND CASE
                    -- Nobody comes or goes twice within the months that going takes.
                    WHEN told.class IN ('joining', 'withdrawal', 'suspension')
                        THEN abs(julianday(better.date) - julianday(told.date)) < 30 * told.months
                    WHEN told.class IN ('signature', 'objection', 'provisional application') THEN 1
                    ELSE better.date = told.date
                END
            ORDER BY better.rank
            LIMIT 1
        ) AS event_key
    FROM ranked AS told
)
SELECT
    ranked.key AS key,
    coalesce(joined.event_key, ranked.key) AS event_key,
    joined.event_key IS NULL AS counts,
    ranked.treaty AS treaty,
    ranked.state AS state,
    ranked.action AS action,
    ranked.class AS class,
    ranked.label AS label,
    ranked.name AS name,
    ranked.date AS date,
    ranked.date_precision AS date_precision,
    coalesce(ranked.effect_date, ranked.computed_effect) AS effect_date,
    CASE
        WHEN ranked.effect_date IS NOT NULL THEN 'stated'
        WHEN ranked.computed_effect IS NOT NULL THEN 'derived'
    END AS effect_basis,
    iif(
        ranked.effect_date IS NULL AND ranked.computed_effect IS NULL, NULL, ranked.effect_rule
    ) AS effect_rule,
    ranked.computed_effect AS computed_effect,
    ranked.latest AS latest,
    ranked.target AS target,
    ranked.bill_key AS bill_key,
    ranked.notification AS notification,
    ranked.notification_date AS notification_date,
    ranked.is_bracketed AS is_bracketed,
    ranked.is_official AS is_official,
    ranked.confidence AS confidence,
    ranked.told_by AS told_by,
    ranked.remark AS note,
    ranked.withdrawn_at AS withdrawn_at,
    ranked.origin AS origin,
    ranked.source_url AS source_url,
    ranked.response_id AS response_id,
    ranked.dossier_entry_id AS dossier_entry_id
FROM ranked
JOIN joined ON joined.told_id = ranked.id
