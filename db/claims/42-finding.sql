SELECT coalesce('Law adopted on ' || (SELECT min(date) FROM found WHERE kind = 'final vote') || ' ('
    || (SELECT detail FROM found WHERE kind = 'final vote') || ')', 'No law by this day')
    || coalesce('; deposited on ' || (SELECT min(date) FROM found WHERE kind = 'deposit'),
        '; nothing deposited by this day')
    || coalesce('; in effect since ' || (SELECT min(date) FROM found WHERE kind = 'effect'), '')
    || coalesce('. Status: ' || (SELECT detail FROM found WHERE kind = 'status'), '') || '.' AS finding
