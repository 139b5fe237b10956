SELECT 'Arguments for leaving. Cluster munitions, ' || (SELECT count(*) FROM found
    WHERE kind = 'for leaving ccm') || ' statements: security/deterrence in '
    || (SELECT count(*) FROM found WHERE kind = 'for leaving ccm' AND detail LIKE '%security/deterrence%')
        || '. Ottawa, '
    || (SELECT count(*) FROM found WHERE kind = 'for leaving apmbc') || ' statements: security/deterrence in '
    || (SELECT count(*) FROM found WHERE kind = 'for leaving apmbc' AND detail LIKE '%security/deterrence%')
        || ', military effectiveness in '
    || (SELECT count(*) FROM found WHERE kind = 'for leaving apmbc'
        AND detail LIKE '%military effectiveness%') || '.' AS finding
