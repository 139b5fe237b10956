SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT date || ': ' || title AS said FROM found
    WHERE kind = 'executive council' ORDER BY date)) || '; ' || (SELECT count(*) FROM found
    WHERE kind = 'statement')
    || ' statements of the same day.', 'Nothing on it is recorded up to this day.') AS finding
