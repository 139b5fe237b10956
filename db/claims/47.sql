SELECT statements.date AS date, statements.date_precision AS date_precision, signatories.country AS state,
    'signatory' AS kind, signatories.name AS title, signatories.office AS actor, states.name AS detail,
    NULL AS figure, '/statements/' || statements.key AS page, statements.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, statements.source_url AS source_url
FROM statements
JOIN statement_signatories AS signatories ON signatories.statement_id = statements.id
LEFT JOIN states ON states.key = signatories.country
LEFT JOIN dossier_entries ON dossier_entries.id = statements.dossier_entry_id
WHERE statements.channel = 'joint statement' AND statements.treaty = 'apmbc' AND statements.date <= :as_of
UNION ALL
SELECT * FROM (
    SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
        confidence, source_url
    FROM timeline
    WHERE state = 'fi' AND treaty = 'apmbc' AND kind = 'announcement' AND date <= :as_of
    ORDER BY date LIMIT 1
)
ORDER BY date
