SELECT since AS date, 'day' AS date_precision, treaty_status.state AS state, 'status' AS kind,
    states.name || ': ' || status || ' (' || treaties.short_name || ')' AS title, states.name AS actor,
    status AS detail, NULL AS figure, '/treaties/' || treaty_status.treaty AS page,
    coalesce(told_actions.origin, treaties.origin) AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence,
    coalesce(told_actions.source_url, treaties.source_url) AS source_url
FROM treaty_status
JOIN states ON states.key = treaty_status.state
JOIN treaties ON treaties.key = treaty_status.treaty
LEFT JOIN told_actions ON told_actions.key = (
    SELECT value FROM json_each('["' || replace(treaty_status.actions, ' ', '","') || '"]')
        ORDER BY key DESC LIMIT 1
)
LEFT JOIN dossier_entries ON dossier_entries.id = coalesce(told_actions.dossier_entry_id,
    treaties.dossier_entry_id)
WHERE treaty_status.treaty = 'ccw-ap2' AND treaty_status.state IN ('ee', 'fi', 'lt', 'lv', 'pl')
    AND since <= :as_of AND (until IS NULL OR :as_of < until)
ORDER BY state
