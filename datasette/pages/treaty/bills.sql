SELECT DISTINCT
    bills.key AS key, bills.number AS number, coalesce(bills.title_en, bills.title) AS title, states.name AS state,
    states.key AS state_key, bills.origin AS origin
FROM treaty_bills
JOIN bills ON bills.key = treaty_bills.followed_as
JOIN states ON states.key = treaty_bills.country
WHERE treaty_bills.treaty = :key
ORDER BY bills.is_tracked DESC, states.name
