SELECT (SELECT count(*) FROM found WHERE figure = 1) || ' of ' || (SELECT count(*) FROM found WHERE 1)
    || ' withdrawals deposited by this day take effect on the same day of the month six months later'
    || coalesce(': ' || (SELECT group_concat(said, '; ') FROM (SELECT title AS said FROM found WHERE 1
        ORDER BY date, state)), '') || '.' AS finding
