SELECT (SELECT actor || ': ' || detail FROM found WHERE kind = 'rule') || ' '
    || coalesce('Notice of Lithuania reached the depositary on ' || (SELECT min(date) FROM found
        WHERE kind = 'deposit') || '.', 'No notice of Lithuania by this day.') AS finding
