SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT date || ': ' || title AS said FROM found
    WHERE 1 ORDER BY date)) || '.', 'Nothing on it is recorded up to this day.') AS finding
