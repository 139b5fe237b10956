SELECT 'Of ' || (SELECT count(*) FROM found WHERE kind IN ('statement', 'names it'))
    || ' Lithuanian statements here, '
    || (SELECT count(*) FROM found WHERE kind IN ('statement', 'names it')
        AND detail LIKE '%security/deterrence%') || ' argue with security or deterrence, and '
    || (SELECT count(*) FROM found WHERE kind = 'names it')
        || ' name such a span of years in the gist or the words; the words of '
    || (SELECT count(*) FROM found WHERE kind IN ('statement', 'names it') AND figure = 1)
        || ' of them are here. Turns that name it: '
    || (SELECT count(*) FROM found WHERE kind = 'turn that names it') || '; ' || (
    SELECT CASE
        WHEN sum(figure) FILTER (WHERE detail = 'turns') > 0 THEN
            sum(figure) FILTER (WHERE detail = 'words') || ' of '
            || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number of')
            || ' turns of the debate are here with their words'
        ELSE 'no turns of the debate are recorded; transcript not collected'
    END
    FROM found WHERE kind = 'coverage'
) || '.' AS finding
