SELECT 'Of five states, ' || (SELECT count(DISTINCT state) FROM found WHERE kind IN ('final vote',
    'third reading'))
    || ' had adopted leaving, ' || (SELECT count(*) FROM found WHERE kind = 'deposit')
        || ' had deposited it, and '
    || (SELECT count(*) FROM found WHERE kind = 'status' AND detail = 'not a party') || ' were out'
    || coalesce(': ' || (SELECT group_concat(said, ', ') FROM (
        SELECT (SELECT name FROM states WHERE key = found.state) || ' ' || date AS said
        FROM found WHERE kind = 'effect' ORDER BY date, said)), '') || '.' AS finding
