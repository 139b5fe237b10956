SELECT (
        SELECT group_concat(said, '; ')
        FROM (
            SELECT (SELECT name FROM states WHERE key = found.state) || ': ' || iif(
                sum(figure) FILTER (WHERE detail = 'turns') > 0,
                sum(figure) FILTER (WHERE detail = 'turns') || ' turns here of '
                || coalesce(sum(figure) FILTER (WHERE detail = 'known'), 'an unknown number'),
                'transcript not collected'
            ) AS said
            FROM found GROUP BY state ORDER BY said
        )
    ) || '. That is what is here now, whatever the day that was asked for.' AS finding
