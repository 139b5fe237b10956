SELECT (SELECT count(*) FROM found WHERE kind = 'statement' AND detail LIKE '%security/deterrence%') || ' of ' || (SELECT count(*) FROM found WHERE kind = 'statement')
    || ' Lithuanian statements here argue with security or deterrence; '
    || (SELECT count(*) FROM found WHERE kind = 'statement' AND (title LIKE '%two to five years%' OR title LIKE '%within five years%'))
    || ' of their gists name a span of two to five years. The words of '
    || (SELECT count(*) FROM found WHERE kind = 'statement' AND figure = 1) || ' of them are here; ' || (
    SELECT CASE
        WHEN sum(figure) FILTER (WHERE detail = 'turns') > 0 THEN
            sum(figure) FILTER (WHERE detail = 'words') || ' of '
            || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number of')
            || ' turns of the debate are here with their words'
        ELSE 'no turns of the debate are recorded; transcript not collected'
    END
    FROM found WHERE kind = 'coverage'
) || '.' AS finding
