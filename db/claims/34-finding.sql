SELECT 'Of ' || (SELECT count(*) FROM found WHERE kind = 'statement') || ' Lithuanian statements here, '
    || (SELECT count(*) FROM found WHERE kind = 'statement' AND detail LIKE '%military effectiveness%')
    || ' argue with military effectiveness, ' || (SELECT count(*) FROM found WHERE kind = 'statement'
        AND detail LIKE '%humanitarian%')
    || ' with humanitarian reasons, ' || (SELECT count(*) FROM found WHERE kind = 'statement'
        AND detail LIKE '%treaty law%') || ' with treaty law; ' || (
    SELECT CASE
        WHEN sum(figure) FILTER (WHERE detail = 'turns') > 0 THEN
            sum(figure) FILTER (WHERE detail = 'words') || ' of '
            || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number of')
            || ' turns of the debate are here with their words'
        ELSE 'no turns of the debate are recorded; transcript not collected'
    END
    FROM found WHERE kind = 'coverage'
) || '.' AS finding
