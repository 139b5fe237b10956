SELECT
    offices.title AS title,
    persons.name AS name,
    persons.key AS person_key,
    offices.start_date AS start_date,
    offices.start_precision AS start_precision,
    offices.end_date AS end_date,
    offices.end_precision AS end_precision,
    CASE offices.end_precision
        WHEN 'month' THEN date(offices.end_date, 'start of month', '+1 month', '-1 day')
        WHEN 'year' THEN date(offices.end_date, 'start of year', '+1 year', '-1 day')
        ELSE coalesce(offices.end_date, '9999-12-31')
    END >= :as_of AS is_shown,
    dossier_entries.note AS note,
    offices.origin AS origin,
    offices.source_url AS source_url
FROM offices
JOIN persons ON persons.id = offices.person_id
LEFT JOIN dossier_entries ON dossier_entries.id = offices.dossier_entry_id
WHERE offices.country = :key AND coalesce(offices.start_date, '') <= :as_of
ORDER BY is_shown DESC, offices.kind IN ('vice-minister', 'minister', 'other'), offices.kind, offices.start_date DESC
