SELECT
    treaty_actions.key AS id,
    '/states/' || treaty_actions.state AS page,
    treaty_actions.effect_date AS date,
    treaty_actions.date AS stamp,
    states.name || ' leaves the ' || treaties.short_name AS title,
    'Deposited on ' || treaty_actions.date || '; ' || coalesce(treaty_actions.effect_rule, '') || ' ('
        || treaty_actions.effect_basis || ').' AS summary
FROM treaty_actions
JOIN states ON states.key = treaty_actions.state
JOIN treaties ON treaties.key = treaty_actions.treaty
WHERE treaty_actions.counts AND treaty_actions.action = 'withdrawal' AND treaty_actions.effect_date IS NOT NULL
ORDER BY treaty_actions.effect_date, treaty_actions.key
