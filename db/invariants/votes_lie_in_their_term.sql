-- severity: error
-- explains: A vote was taken within the days of its term, as far as these are known.
SELECT
    votes.key AS subject_key,
    printf(
        'taken on %s, but the term runs from %s to %s',
        votes.date, coalesce(terms.start_date, 'an unknown day'), coalesce(terms.end_date, 'an unknown day')
    ) AS message
FROM votes JOIN terms ON terms.key = votes.term
WHERE votes.date < terms.start_date OR votes.date > terms.end_date
