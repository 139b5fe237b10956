SELECT actions.date AS date, actions.date_precision AS date_precision, actions.state AS state,
    actions.action AS kind,
    'Withdrawal of ' || actions.state || ' from ' || actions.treaty AS title, actions.told_by AS actor,
    actions.effect_date AS detail, NULL AS figure, '/treaties/' || actions.treaty AS page,
        actions.origin AS origin,
    actions.confidence AS confidence, actions.source_url AS source_url
FROM treaty_actions AS actions
WHERE actions.treaty IN ('ccw', 'ccw-ap2') AND actions.action = 'withdrawal' AND actions.counts
    AND actions.date <= :as_of
UNION ALL
SELECT bills.submitted_on AS date, 'day' AS date_precision, treaty_bills.country AS state,
    iif(treaty_bills.treaty IN ('ccw', 'ccw-ap2'), 'bill on it', 'bill on another treaty') AS kind,
    coalesce(bills.title_en, bills.title) AS title, bills.sponsor AS actor, treaty_bills.treaty AS detail,
    NULL AS figure, '/bills/' || bills.key AS page, bills.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, bills.source_url AS source_url
FROM treaty_bills
JOIN bills ON bills.key = treaty_bills.followed_as AND bills.key = treaty_bills.bill_key
LEFT JOIN dossier_entries ON dossier_entries.id = bills.dossier_entry_id
WHERE coalesce(bills.submitted_on, '') <= :as_of
UNION ALL
SELECT speeches.date AS date, 'day' AS date_precision, chambers.country AS state, 'turn on it' AS kind,
    coalesce(speeches.gist, substr(speeches.text, 1, 200)) AS title, speeches.speaker AS actor,
        tags.tag AS detail,
    NULL AS figure, '/debates/' || speeches.sitting_key AS page, speeches.origin AS origin,
        'official' AS confidence,
    speeches.source_url AS source_url
FROM tags
JOIN speeches ON speeches.key = tags.subject_key AND speeches.withdrawn_at IS NULL
JOIN chambers ON chambers.key = speeches.chamber
WHERE tags.scheme = 'topic' AND tags.tag = 'CCW' AND speeches.date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, state, 'coverage' AS kind, title, bill_number AS actor,
    measure AS detail, figure, '/bills/' || bill_key AS page, origin, NULL AS confidence, source_url
FROM debate_counts
WHERE treaty = 'apmbc'
ORDER BY date
