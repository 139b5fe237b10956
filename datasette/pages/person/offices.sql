SELECT offices.*, countries.name AS country_name
FROM persons
JOIN offices ON offices.person_id = persons.id
JOIN countries ON countries.key = offices.country
WHERE persons.key = :key
ORDER BY offices.start_date DESC
