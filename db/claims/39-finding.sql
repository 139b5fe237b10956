SELECT (SELECT count(*) FROM found WHERE 1) || ' reactions recorded by this day' || coalesce(': '
    || (SELECT group_concat(said, '; ') FROM (SELECT date || ' ' || actor AS said FROM found WHERE 1
    ORDER BY date, actor)), '') || '.' AS finding
