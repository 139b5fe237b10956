SELECT (SELECT count(*) FROM found WHERE detail LIKE '%Facebook%')
    || ' posts on Facebook found; posts of Lithuanian ministers in May 2025 here: ' || (SELECT count(*)
    FROM found WHERE 1)
    || coalesce(' (' || (SELECT group_concat(said, '; ') FROM (SELECT detail AS said FROM found WHERE 1
        ORDER BY date)) || ')', '') || '.' AS finding
