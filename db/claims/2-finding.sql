SELECT 'On 2025-05-08: ' || coalesce((SELECT group_concat(said, ', ') FROM (SELECT kind AS said FROM found
    WHERE date = '2025-05-08' ORDER BY date)), 'no step') || '. '
    || 'Announced on ' || coalesce((SELECT min(date) FROM found WHERE kind = 'announcement'),
        'no day known') || '; '
    || coalesce('deposited on ' || (SELECT min(date) FROM found WHERE kind = 'deposit'),
        'nothing deposited by this day') || '.' AS finding
