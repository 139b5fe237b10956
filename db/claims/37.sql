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
WHERE treaty_bills.bill_key = treaty_bills.followed_as AND bills.is_tracked AND treaty_bills.treaty = 'apmbc'
ORDER BY state, title
