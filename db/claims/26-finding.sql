SELECT CASE
        WHEN (SELECT count(*) FROM found WHERE kind = 'turns') = 0
            THEN 'No ballot of abstention is recorded up to this day'
        ELSE 'Tagged military effectiveness: ' || (SELECT sum(CAST(detail AS INTEGER)) FROM found
            WHERE kind = 'turns') || ' of '
            || (SELECT sum(figure) FROM found WHERE kind = 'turns') || ' turns of ' || (SELECT count(*)
                FROM found WHERE kind = 'turns') || ' members'
    END || '; ' || (
    SELECT CASE
        WHEN sum(figure) FILTER (WHERE detail = 'turns') > 0 THEN
            sum(figure) FILTER (WHERE detail = 'words') || ' of '
            || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number of')
            || ' turns of the debate are here with their words'
        ELSE 'no turns of the debate are recorded; transcript not collected'
    END
    FROM found WHERE kind = 'coverage'
) || iif(
        (SELECT coalesce(max(figure), 0) FROM found WHERE kind = 'coverage' AND detail = 'words') = 0,
        ', so that nothing can be said', ''
    ) || '.' AS finding
