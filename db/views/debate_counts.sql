CREATE VIEW debate_counts AS
-- What is here of the debates on the bills that are followed, as the claims about words need it: a row a figure.
SELECT
    treaty_bills.country AS state,
    treaty_bills.treaty AS treaty,
    covered.bill_key AS bill_key,
    bills.number AS bill_number,
    measure.name AS measure,
    CASE measure.name
        WHEN 'turns' THEN 'Turns of the debates on the bill that are here'
        WHEN 'words' THEN 'Turns of them with their words'
        ELSE 'Turns that the sources name'
    END AS title,
    CASE measure.name
        WHEN 'turns' THEN covered.turns WHEN 'words' THEN covered.turns_with_text ELSE covered.turns_known
    END AS figure,
    covered.origin AS origin,
    covered.source_url AS source_url
FROM treaty_bills
JOIN bills ON bills.key = treaty_bills.followed_as
JOIN debate_coverage AS covered ON covered.bill_key = treaty_bills.followed_as
JOIN (SELECT 'turns' AS name UNION ALL SELECT 'words' UNION ALL SELECT 'known') AS measure
WHERE treaty_bills.bill_key = treaty_bills.followed_as AND bills.is_tracked
