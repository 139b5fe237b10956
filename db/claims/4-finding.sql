SELECT coalesce('Voted on ' || (SELECT min(date) FROM found WHERE kind = 'final vote'),
    'Not voted on by this day') || '; '
    || coalesce(
        'deposited on ' || (SELECT min(date) FROM found WHERE kind = 'deposit'),
            'nothing deposited by this day, so no day of effect was fixed'
    ) || coalesce(
        '; in effect on ' || (SELECT min(date) FROM found WHERE kind = 'effect') || ', '
        || CAST(julianday((SELECT min(date) FROM found WHERE kind = 'effect')) - julianday((SELECT min(date)
            FROM found WHERE kind = 'final vote')) AS INTEGER) || ' days after the vote', ''
    ) || coalesce('. Six months counted from the vote would have been ' || date((SELECT min(date) FROM found
        WHERE kind = 'final vote'), '+6 months'), '')
    || '. The rule: ' || (SELECT detail FROM found WHERE kind = 'rule') || '.' AS finding
