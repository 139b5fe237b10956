SELECT NULL AS date, 'day' AS date_precision, NULL AS state, 'treaty' AS kind, treaties.name AS title,
    treaties.withdrawal_article AS actor, treaties.withdrawal_rule AS detail, NULL AS figure,
    '/treaties/' || treaties.key AS page, treaties.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, treaties.source_url AS source_url
FROM treaties LEFT JOIN dossier_entries ON dossier_entries.id = treaties.dossier_entry_id
WHERE treaties.key = 'ccw-ap2'
