SELECT 'Training: ' || (SELECT count(*) FROM found WHERE state = 'lt' AND title LIKE '%train%') || ' of '
    || (SELECT count(*) FROM found WHERE state = 'lt')
    || ' events of implementation recorded for Lithuania by this day'
    || coalesce('; elsewhere: ' || (SELECT group_concat(said, '; ') FROM (
        SELECT (SELECT name FROM states WHERE key = found.state) || ' ' || date || ', ' || title AS said
        FROM found WHERE state <> 'lt' ORDER BY date)), '') || '.' AS finding
