SELECT 'On leaving it: ' || (SELECT count(*) FROM found WHERE kind = 'bill on it') || ' of '
    || (SELECT count(*) FROM found WHERE kind LIKE 'bill%') || ' bills followed here, '
    || (SELECT count(*) FROM found WHERE kind = 'withdrawal') || ' withdrawals. Turns that name the CCW: '
        || (SELECT count(*) FROM found WHERE kind = 'turn on it') || ', of '
    || (SELECT coalesce(sum(figure), 0) FROM found WHERE detail = 'words')
        || ' turns on these bills with their words here.' AS finding
