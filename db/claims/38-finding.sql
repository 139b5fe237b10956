SELECT 'Opinion is not measured here. In parliaments: ' || coalesce((SELECT group_concat(said, '; ') FROM (
        SELECT (SELECT name FROM states WHERE key = found.state) || ' ' || detail AS said
        FROM found WHERE kind = 'final vote' ORDER BY date)),
    'no final vote by this day') || '.' AS finding
