SELECT 'Law adopted on ' || coalesce((SELECT min(date) FROM found WHERE kind = 'final vote'),
    'no day known') || '; '
    || coalesce('withdrawal deposited on ' || (SELECT min(date) FROM found WHERE kind = 'deposit'),
        'no withdrawal deposited by this day') || '; '
    || coalesce('in effect since ' || (SELECT min(date) FROM found WHERE kind = 'effect'),
        'not in effect by this day') || '.' AS finding
