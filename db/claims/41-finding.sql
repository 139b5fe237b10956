SELECT coalesce('Approved by the government on ' || (SELECT min(date) FROM found
    WHERE kind = 'government approval') || ', filed on ' || (SELECT min(date) FROM found
    WHERE kind = 'submission')
    || coalesce('; adopted on ' || (SELECT min(date) FROM found WHERE kind = 'final vote'),
        '; not adopted by this day')
    || coalesce(', proclaimed on ' || (SELECT min(date) FROM found WHERE kind = 'promulgation'), '') || '.',
        'Nothing on it is recorded up to this day.') AS finding
