CREATE VIEW treaty_clock AS
SELECT
    treaty,
    state,
    action,
    date AS deposit,
    effect_date AS effect,
    effect_basis,
    effect_rule,
    CAST(julianday(effect_date) - julianday(date) AS INTEGER) AS days_between,
    iif(effect_date > date('now'), CAST(julianday(effect_date) - julianday(date('now')) AS INTEGER), NULL) AS days_left,
    iif(effect_date <= date('now'), CAST(julianday(date('now')) - julianday(effect_date) AS INTEGER), NULL) AS days_since,
    key AS action_key
FROM treaty_actions
WHERE counts AND class IN ('joining', 'withdrawal') AND effect_date IS NOT NULL
