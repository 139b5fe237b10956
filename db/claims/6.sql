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
JOIN item_bills ON item_bills.bill_key = treaty_bills.followed_as
JOIN speeches ON speeches.item_key = item_bills.item_key AND speeches.withdrawn_at IS NULL
WHERE treaty_bills.bill_key = treaty_bills.followed_as AND treaty_bills.country = 'lt'
    AND treaty_bills.treaty = 'apmbc' AND (speeches.text LIKE '%Article 5%'
    OR speeches.text LIKE '%United States%' OR speeches.text LIKE '%America%'
    OR speeches.text LIKE '%5 straipsn%' OR speeches.text LIKE '%Jungtini%' OR speeches.text LIKE '% JAV %')
    AND speeches.date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, treaty_bills.country AS state, 'coverage' AS kind,
    CASE measure.name
        WHEN 'turns' THEN 'Turns of the debates on the bill that are here'
        WHEN 'words' THEN 'Turns of them with their words'
        ELSE 'Turns that the sources name'
    END AS title,
    bills.number AS actor, measure.name AS detail,
    CASE measure.name
        WHEN 'turns' THEN covered.turns WHEN 'words' THEN covered.turns_with_text ELSE covered.turns_known
    END AS figure,
    '/bills/' || covered.bill_key AS page, covered.origin AS origin, NULL AS confidence,
    covered.source_url AS source_url
FROM treaty_bills
JOIN bills ON bills.key = treaty_bills.followed_as
JOIN debate_coverage AS covered ON covered.bill_key = treaty_bills.followed_as
JOIN (SELECT 'turns' AS name UNION ALL SELECT 'words' UNION ALL SELECT 'known') AS measure
WHERE treaty_bills.bill_key = treaty_bills.followed_as AND bills.is_tracked AND treaty_bills.country = 'lt'
    AND treaty_bills.treaty = 'apmbc'
ORDER BY date
