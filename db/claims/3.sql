SELECT days.date AS date, 'day' AS date_precision, NULL AS state, 'treaty' AS kind, days.title AS title,
    treaties.short_name AS actor, NULL AS detail, NULL AS figure, '/treaties/' || treaties.key AS page,
    treaties.origin AS origin, coalesce(dossier_entries.confidence, 'official') AS confidence,
    treaties.source_url AS source_url
FROM treaties
JOIN (
    SELECT key, adopted_on AS date, 'adopted' AS title FROM treaties
    UNION ALL SELECT key, opened_on, 'opened for signature' FROM treaties
    UNION ALL SELECT key, in_force_on, 'in force' FROM treaties
) AS days ON days.key = treaties.key
LEFT JOIN dossier_entries ON dossier_entries.id = treaties.dossier_entry_id
WHERE treaties.key = 'apmbc' AND days.date <= :as_of
ORDER BY days.date
