SELECT coalesce('The convention: ' || (SELECT group_concat(said, '; ') FROM (SELECT title || ' on '
    || date AS said FROM found WHERE 1 ORDER BY date)) || '.',
    'Nothing on it is recorded up to this day.') AS finding
