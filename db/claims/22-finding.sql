SELECT coalesce((SELECT count(*) FROM found WHERE kind = 'ballot') || ' abstentions of ' || (SELECT figure
    FROM found WHERE kind = 'voting')
    || ' members voting: ' || (SELECT group_concat(said, ', ') FROM (SELECT title AS said FROM found
        WHERE kind = 'ballot' ORDER BY title))
    || '; ballots ' || (SELECT replace(detail, '_', ' ') FROM found WHERE kind = 'voting')
    || coalesce('. Before it: ' || (SELECT group_concat(said, '; ') FROM (SELECT title AS said FROM found
        WHERE kind = 'other' ORDER BY date)), '') || '.',
        'Nothing on it is recorded up to this day.') AS finding
