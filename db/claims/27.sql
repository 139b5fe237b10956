SELECT offices.start_date AS date, offices.start_precision AS date_precision, offices.country AS state,
    'office' AS kind, persons.name AS title, offices.title AS actor,
    coalesce(offices.start_date, '?') || ' to ' || coalesce(offices.end_date, '?') AS detail,
    coalesce(offices.end_date, '9999-12-31') >= :as_of AS figure, '/people/' || persons.key AS page,
    offices.origin AS origin, coalesce(dossier_entries.confidence, 'official') AS confidence,
    offices.source_url AS source_url
FROM offices
JOIN persons ON persons.id = offices.person_id
LEFT JOIN dossier_entries ON dossier_entries.id = offices.dossier_entry_id
WHERE offices.country = 'lt' AND offices.kind = 'minister of defence' AND offices.start_date <= :as_of
ORDER BY offices.start_date
