SELECT (SELECT count(*) FROM found WHERE kind = 'implementation')
    || ' events of implementation recorded for Lithuania by this day'
    || coalesce(': ' || (SELECT group_concat(said, '; ') FROM (SELECT date || ', ' || title AS said
        FROM found WHERE kind = 'implementation' ORDER BY date)), '')
        || '. Statements on the use of mines since 18 March 2025: '
    || (SELECT count(*) FROM found WHERE kind = 'statement') || '.' AS finding
