SELECT date, date_precision, state, iif(title || ' ' || coalesce(text, '') LIKE '%Article 5%' OR title
    || ' ' || coalesce(text, '') LIKE '%United States%' OR title || ' ' || coalesce(text,
    '') LIKE '%America%' OR title || ' ' || coalesce(text, '') LIKE '%5 straipsn%' OR title || ' '
    || coalesce(text, '') LIKE '%Jungtini%' OR title || ' ' || coalesce(text, '') LIKE '% JAV %',
    'names it', 'statement') AS kind, title, actor, coalesce(arguments, channel) AS detail,
    text IS NOT NULL AS figure, '/statements/' || statement_key AS page, origin, confidence, source_url
FROM state_statements
WHERE state = 'lt' AND treaty = 'apmbc' AND date <= :as_of
UNION ALL
SELECT speeches.date AS date, 'day' AS date_precision, treaty_bills.country AS state,
    'turn that names it' AS kind,
    coalesce(speeches.gist, substr(speeches.text, 1, 200)) AS title, speeches.speaker AS actor,
    speeches.capacity AS detail, NULL AS figure, '/debates/' || speeches.sitting_key AS page,
    speeches.origin AS origin, 'official' AS confidence, speeches.source_url AS source_url
FROM treaty_bills
CROSS JOIN item_bills ON item_bills.bill_key = treaty_bills.followed_as
CROSS JOIN speeches ON speeches.item_key = item_bills.item_key AND speeches.withdrawn_at IS NULL
WHERE treaty_bills.bill_key = treaty_bills.followed_as AND treaty_bills.country = 'lt'
    AND treaty_bills.treaty = 'apmbc' AND (speeches.text LIKE '%Article 5%'
    OR speeches.text LIKE '%United States%' OR speeches.text LIKE '%America%'
    OR speeches.text LIKE '%5 straipsn%' OR speeches.text LIKE '%Jungtini%' OR speeches.text LIKE '% JAV %')
    AND speeches.date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, state, 'coverage' AS kind, title, bill_number AS actor,
    measure AS detail, figure, '/bills/' || bill_key AS page, origin, NULL AS confidence, source_url
FROM debate_counts
WHERE state = 'lt' AND treaty = 'apmbc'
ORDER BY date
