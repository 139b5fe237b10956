-- severity: warning
-- explains: The latest answer to every request could be read and stored.
SELECT url AS subject_key, printf('quarantined on %s: %s', substr(fetched_at, 1, 10), reason) AS message
FROM responses
WHERE state = 'quarantined'
    AND NOT EXISTS (
        SELECT 1 FROM responses AS later
        WHERE later.fingerprint = responses.fingerprint AND later.id > responses.id
    )
