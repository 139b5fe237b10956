SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT date || ': ' || actor AS said FROM found
    WHERE kind = 'proposal' ORDER BY date)) || '.', 'Nothing on it is recorded up to this day.') AS finding
