SELECT
    bills.key AS of_bill,
    votes.*,
    chambers.name_en AS chamber_name,
    chambers.seats AS seats,
    countries.name AS country_name,
    treaties.key AS treaty,
    treaties.short_name AS treaty_name
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
JOIN countries ON countries.key = chambers.country
LEFT JOIN bill_treaties ON bill_treaties.key = bills.key
LEFT JOIN treaties ON treaties.key = bill_treaties.treaty
WHERE bills.is_tracked AND votes.is_final AND NOT votes.is_annulled
ORDER BY votes.date, votes.number
