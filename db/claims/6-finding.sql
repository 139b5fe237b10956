SELECT 'Article 5 or the United States: found in ' || (SELECT count(*) FROM found WHERE kind = 'statement' AND (title LIKE '%Article 5%' OR title LIKE '%United States%' OR title LIKE '%America%'))
    || ' of the gists of ' || (SELECT count(*) FROM found WHERE kind = 'statement') || ' Lithuanian statements, of which '
    || (SELECT count(*) FROM found WHERE kind = 'statement' AND figure = 1) || ' are here with their words. Allies are an argument in '
    || (SELECT count(*) FROM found WHERE kind = 'statement' AND detail LIKE '%alliance%') || ' of them; ' || (
    SELECT CASE
        WHEN sum(figure) FILTER (WHERE detail = 'turns') > 0 THEN
            sum(figure) FILTER (WHERE detail = 'words') || ' of '
            || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number of')
            || ' turns of the debate are here with their words'
        ELSE 'no turns of the debate are recorded; transcript not collected'
    END
    FROM found WHERE kind = 'coverage'
) || '.' AS finding
