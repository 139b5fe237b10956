SELECT coalesce('In the gist here: "' || (SELECT title FROM found WHERE kind = 'statement')
    || '" Governments are '
    || (SELECT iif(title LIKE '%government%', '', 'not ') FROM found WHERE kind = 'statement')
        || 'named in it; its words are '
    || (SELECT iif(figure, 'here', 'not carried here') FROM found WHERE kind = 'statement') || '.',
        'Nothing on it is recorded up to this day.') AS finding
