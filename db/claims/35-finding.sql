SELECT 'Bodies asked in Lithuania, on record by this day: ' || (SELECT count(*) FROM found
    WHERE state = 'lt') || coalesce(' (' || (SELECT group_concat(said, '; ') FROM (SELECT actor AS said
    FROM found WHERE state = 'lt' ORDER BY date)) || ')', '')
    || '; that commission among them: ' || (SELECT count(*) FROM found WHERE state = 'lt'
        AND actor LIKE '%Special Commission%')
        || '. No source here lists all bodies that were asked. Elsewhere: '
    || (SELECT count(*) FROM found WHERE state <> 'lt') || ' consultations and committees.' AS finding
