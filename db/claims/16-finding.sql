SELECT coalesce((SELECT count(*) FROM found WHERE 1) || ' signatories on ' || (SELECT max(date) FROM found)
    || ': '
    || (SELECT group_concat(said, ', ') FROM (SELECT title || ' (' || detail || ')' AS said FROM found
        WHERE 1 ORDER BY state)) || '.', 'Nothing on it is recorded up to this day.') AS finding
