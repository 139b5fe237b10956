SELECT
    chambers.key AS key,
    chambers.name AS name,
    chambers.name_en AS name_en,
    countries.name AS country,
    count(votes.id) AS votes,
    min(votes.date) AS first_date,
    max(votes.date) AS last_date
FROM chambers
JOIN countries ON countries.key = chambers.country
LEFT JOIN votes ON votes.chamber = chambers.key
GROUP BY chambers.key
ORDER BY countries.name, chambers.name_en
