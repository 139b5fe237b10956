SELECT NULL AS date, 'day' AS date_precision, states.key AS state, 'border' AS kind, states.name AS title,
    NULL AS actor,
    CASE
        WHEN borders_russia AND borders_belarus THEN 'Russia and Belarus'
        WHEN borders_russia THEN 'Russia only'
        WHEN borders_belarus THEN 'Belarus only'
        ELSE 'neither'
    END AS detail,
    NULL AS figure, '/states/' || states.key AS page, 'dossier' AS origin,
        dossier_entries.confidence AS confidence,
    states.source_url AS source_url
FROM states JOIN dossier_entries ON dossier_entries.id = states.dossier_entry_id
WHERE states.key IN ('ee', 'fi', 'lt', 'lv', 'pl')
ORDER BY states.name
