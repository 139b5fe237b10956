SELECT
    bills.key AS key,
    bills.number AS number,
    coalesce(bills.title_en, bills.title) AS title,
    bills.decision AS decision,
    bills.origin AS origin,
    chambers.name_en AS chamber_name,
    countries.name AS country
FROM bills
JOIN chambers ON chambers.key = bills.chamber
JOIN countries ON countries.key = chambers.country
WHERE bills.is_tracked
ORDER BY countries.name, bills.submitted_on, bills.key
