SELECT offices.*, countries.name AS country_name, dossier_entries.note AS note
FROM persons
JOIN offices ON offices.person_id = persons.id
JOIN countries ON countries.key = offices.country
LEFT JOIN dossier_entries ON dossier_entries.id = offices.dossier_entry_id
WHERE persons.key = :key
ORDER BY offices.start_date DESC
