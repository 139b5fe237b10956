SELECT coalesce('Latest step: ' || (SELECT group_concat(said, '; ') FROM (
        SELECT (SELECT name FROM states WHERE key = found.state) || ' ' || date
            || ' (' || iif(kind = 'other', title, kind) || ')' AS said
        FROM found WHERE 1 ORDER BY said)) || '.',
    'Nothing on it is recorded up to this day.') AS finding
