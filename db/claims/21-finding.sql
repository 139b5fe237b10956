SELECT coalesce((SELECT group_concat(said, '; ') FROM (SELECT date || ': ' || detail AS said FROM found
    WHERE kind = 'final vote' ORDER BY date))
    || coalesce('; ' || (SELECT figure || ' votes were needed' FROM found WHERE kind = 'threshold'), '')
        || '.', 'Nothing on it is recorded up to this day.') AS finding
