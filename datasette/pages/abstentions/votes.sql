SELECT
    votes.*,
    bills.key AS of_bill,
    chambers.name_en AS chamber_name,
    countries.name AS country_name,
    treaties.short_name AS treaty_name,
    (SELECT count(*) FROM speeches WHERE bill_key = bills.key AND withdrawn_at IS NULL) AS turns,
    (SELECT count(text) FROM speeches WHERE bill_key = bills.key AND withdrawn_at IS NULL) AS turns_with_text
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
JOIN countries ON countries.key = chambers.country
LEFT JOIN bill_treaties ON bill_treaties.key = bills.key
LEFT JOIN treaties ON treaties.key = bill_treaties.treaty
WHERE bills.is_tracked AND votes.is_final AND NOT votes.is_annulled
ORDER BY votes.date, votes.number
