SELECT coalesce('First formal step: ' || (SELECT group_concat(said, '; ') FROM (
        SELECT (SELECT name FROM states WHERE key = found.state) || ' '
            || substr(date, 1, CASE date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END)
            || ' (' || kind || ')' AS said
        FROM found WHERE 1 ORDER BY date)) || '; '
    || (5 - (SELECT count(*) FROM found WHERE 1)) || ' of five had none by this day.',
    'Nothing on it is recorded up to this day.') AS finding
