SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND (kind = 'deposit' OR statement_key = 'lt-2025-06-27-budrys')
    AND date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, NULL AS state, 'rule' AS kind, treaties.name AS title,
    treaties.withdrawal_article AS actor, treaties.withdrawal_rule || coalesce('. ' || dossier_entries.note,
        '') AS detail, NULL AS figure,
    '/treaties/' || treaties.key AS page, treaties.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, treaties.source_url AS source_url
FROM treaties LEFT JOIN dossier_entries ON dossier_entries.id = treaties.dossier_entry_id
WHERE treaties.key = 'apmbc'
ORDER BY date
