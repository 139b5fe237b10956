SELECT coalesce((SELECT count(*) FROM found WHERE kind = 'signatory') || ' signatories; Finland is '
    || iif((SELECT count(*) FROM found WHERE kind = 'signatory' AND state = 'fi') = 0, 'not among them',
        'among them') || '. '
    || coalesce('Its own announcement is of ' || (SELECT min(date) FROM found WHERE kind = 'announcement')
        || ', '
        || CAST(julianday((SELECT min(date) FROM found
            WHERE kind = 'announcement')) - julianday((SELECT min(date) FROM found
            WHERE kind = 'signatory')) AS INTEGER)
        || ' days after the statement.', 'It had announced nothing by this day.'),
            'Nothing on it is recorded up to this day.') AS finding
