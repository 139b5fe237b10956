SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT date || ', ' || title || ': ' || detail
    || iif(kind = 'official tally', ' (official)', '') AS said FROM found WHERE 1 ORDER BY date,
    figure DESC, title)), 'No tally is recorded up to this day')
    || iif((SELECT count(*) FROM found WHERE kind = 'official tally') = 0,
        '. None of these is an official record', '') || '.' AS finding
