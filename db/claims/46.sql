SELECT since AS date, 'day' AS date_precision, treaty_status.state AS state, 'status' AS kind,
    states.name || ': ' || status || ' (' || treaties.short_name || ')' AS title, states.name AS actor,
    status AS detail, NULL AS figure, '/treaties/ccm' AS page, treaties.origin AS origin,
        'official' AS confidence,
    treaties.source_url AS source_url
FROM treaty_status
JOIN states ON states.key = treaty_status.state
JOIN treaties ON treaties.key = treaty_status.treaty
WHERE treaty_status.treaty = 'ccm' AND treaty_status.state IN ('ee', 'fi', 'lt', 'lv', 'pl')
    AND since <= :as_of
ORDER BY state, date
