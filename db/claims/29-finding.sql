SELECT 'By ' || (SELECT actor FROM found WHERE kind = 'rule') || ' the six months run from the depositary''s receipt, not from that of the Council. '
    || coalesce('Notice of Lithuania reached the depositary on ' || (SELECT min(date) FROM found WHERE kind = 'deposit') || '.', 'No notice of Lithuania by this day.') AS finding
