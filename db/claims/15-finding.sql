SELECT coalesce('From ' || min(date) || ' to ' || max(date) || ': '
    || CAST(julianday(max(date)) - julianday(min(date)) AS INTEGER) || ' days.',
        'Nothing on it is recorded up to this day.') AS finding
FROM found
