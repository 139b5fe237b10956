SELECT coalesce('Latest step: ' || (SELECT group_concat(said, '; ') FROM (SELECT upper(state) || ' ' || date
    || ' (' || iif(kind = 'other', title, kind) || ')' AS said FROM found WHERE 1 ORDER BY state)) || '.',
    'Nothing on it is recorded up to this day.') AS finding
