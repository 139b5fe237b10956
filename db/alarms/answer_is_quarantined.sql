-- explains: The latest answer of this address could not be read honestly; what was stored before stands.
-- do: Try it with `ottawa parse`, mend the parser or its list of labels, and then: ottawa rebuild.
SELECT
    responses.source AS source,
    responses.url AS page,
    'an answer of the known form' AS expected,
    responses.reason AS came
FROM responses
WHERE responses.state = 'quarantined'
    AND NOT EXISTS (
        SELECT 1 FROM responses AS later
        WHERE later.fingerprint = responses.fingerprint AND later.id > responses.id
    )
