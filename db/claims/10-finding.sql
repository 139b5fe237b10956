SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT title || ': ' || detail AS said FROM found
    WHERE 1 ORDER BY title)) || '.', 'Nothing on it is recorded up to this day.') AS finding
