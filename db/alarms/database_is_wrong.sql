-- explains: An invariant of the gravest kind does not hold.
-- do: Read the finding on the site or with `ottawa check`, and compare the row with its source.
SELECT
    findings.invariant AS source,
    findings.subject_key AS page,
    findings.explanation AS expected,
    findings.message AS came
FROM findings
WHERE findings.severity = 'error'
