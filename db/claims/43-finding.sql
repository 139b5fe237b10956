SELECT (SELECT count(*) FROM found WHERE detail = 'party') || ' of ' || (SELECT count(*) FROM found WHERE 1)
    || ' states are parties to Amended Protocol II'
    || coalesce(': ' || (SELECT group_concat(said, ', ') FROM (SELECT actor || ' since ' || date AS said
        FROM found WHERE detail = 'party' ORDER BY actor)), '') || '.' AS finding
