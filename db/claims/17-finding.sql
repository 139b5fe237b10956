SELECT coalesce('In the gist here: "' || (SELECT title FROM found WHERE kind = 'statement') || '" It names no addressee; its words are '
    || (SELECT iif(figure, 'here', 'not carried here') FROM found WHERE kind = 'statement') || '.', 'Nothing on it is recorded up to this day.') AS finding
