SELECT coalesce('The first proposal or step on record is of ' || (
        SELECT min(date) || ' (' || kind || ')' FROM found WHERE kind IN ('proposal', 'executive council',
            'announcement')
    ) || '. Said before it: ' || (SELECT count(*) FROM found WHERE date < (SELECT min(date) FROM found
        WHERE kind = 'proposal')) || ' statements or positions, the first on '
    || (SELECT min(date) FROM found) || '.', 'Nothing on it is recorded up to this day.') AS finding
