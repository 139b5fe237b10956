SELECT 'Mining a border: ' || (SELECT count(*) FROM found WHERE kind = 'implementation' AND state = 'lt'
    AND title LIKE '%border%') || ' of '
    || (SELECT count(*) FROM found WHERE kind = 'implementation' AND state = 'lt')
        || ' events of implementation recorded for Lithuania by this day; '
    || (SELECT count(*) FROM found WHERE kind = 'statement')
        || ' statements of the five states speak of borders or of mining.' AS finding
