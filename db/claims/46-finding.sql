SELECT (SELECT count(DISTINCT state) FROM found WHERE detail LIKE 'party%') || ' of '
    || (SELECT count(DISTINCT state) FROM found)
    || ' states was ever a party to the cluster munitions treaty'
    || coalesce(' (' || (SELECT group_concat(DISTINCT actor) FROM found WHERE detail LIKE 'party%') || ')',
        '') || '.' AS finding
