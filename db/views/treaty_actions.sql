CREATE VIEW treaty_actions AS
SELECT
    told.key,
    told.event_key IS NULL AS counts,
    coalesce(told.event_key, told.key) AS event_key,
    told.treaty,
    told.state,
    told.action,
    told.class,
    told.label,
    told.name,
    told.date,
    told.date_precision,
    told.latest,
    coalesce(told.effect_date, told.computed_effect) AS effect_date,
    CASE
        WHEN told.effect_date IS NOT NULL THEN 'stated'
        WHEN told.computed_effect IS NOT NULL THEN 'derived'
    END AS effect_basis,
    CASE
        WHEN coalesce(told.effect_date, told.computed_effect) IS NULL THEN NULL
        WHEN told.class = 'withdrawal' THEN treaties.withdrawal_rule
        WHEN told.action = 'succession' THEN 'succession: on the day of its deposit, unless another is stated'
        ELSE treaties.joining_rule
    END AS effect_rule,
    told.computed_effect,
    told.target,
    told.bill_key,
    told.notification,
    told.notification_date,
    told.is_bracketed,
    told.is_official,
    coalesce(dossier_entries.confidence, iif(told.is_official, 'official', 'single source')) AS confidence,
    coalesce(dossier_entries.source_name, told.place) AS told_by,
    coalesce(told.note, dossier_entries.note) AS note,
    told.withdrawn_at,
    told.origin,
    told.source_url,
    told.response_id,
    told.dossier_entry_id
FROM treaty_effects AS told
JOIN treaties ON treaties.key = told.treaty
LEFT JOIN dossier_entries ON dossier_entries.id = told.dossier_entry_id
