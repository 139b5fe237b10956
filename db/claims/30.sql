SELECT actions.date AS date, actions.date_precision AS date_precision, actions.state AS state,
    'withdrawal' AS kind,
    states.name || ': ' || treaties.short_name || ', effect on ' || coalesce(actions.effect_date,
        '?') AS title,
    actions.told_by AS actor, actions.effect_rule AS detail,
    actions.effect_date = actions.computed_effect AS figure, '/treaties/' || actions.treaty AS page,
    actions.origin AS origin, actions.confidence AS confidence, actions.source_url AS source_url
FROM treaty_actions AS actions
JOIN treaties ON treaties.key = actions.treaty
JOIN states ON states.key = actions.state
WHERE actions.action = 'withdrawal' AND actions.counts AND actions.date <= :as_of
ORDER BY actions.date, actions.state
