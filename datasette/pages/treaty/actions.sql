SELECT actions.*, states.name AS state_name, target.name AS target_name
FROM treaty_actions AS actions
JOIN states ON states.key = actions.state
LEFT JOIN states AS target ON target.key = actions.target
WHERE actions.treaty = :key AND actions.counts AND actions.date <= :as_of AND actions.action <> 'no action'
    AND actions.withdrawn_at IS NULL
ORDER BY actions.class IN ('withdrawal', 'suspension', 'objection') DESC, actions.date DESC, states.name
LIMIT 500
