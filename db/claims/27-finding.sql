SELECT coalesce('Shown in the office on this day: ' || (SELECT group_concat(said, ', ')
    FROM (SELECT title AS said FROM found WHERE figure = 1 ORDER BY date)) || '.',
    'No source here shows anybody in the office on this very day; the last one shown is '
    || (SELECT title || ' (' || detail || ')' FROM found ORDER BY date DESC LIMIT 1) || '.',
        'Nothing on it is recorded up to this day.') AS finding
