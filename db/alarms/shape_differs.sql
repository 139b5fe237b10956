-- explains: A live answer has a name that its handbook does not know, or lacks one that it should have.
-- do: Compare the answer with the handbook; if the source has changed, mend the parser and the list of names.
SELECT
    responses.source AS source,
    responses.url AS page,
    'the names that ' || shape_differences.parser || ' was built for' AS expected,
    group_concat(shape_differences.kind || ' ' || shape_differences.name, ', ') AS came
FROM shape_differences JOIN responses ON responses.id = shape_differences.response_id
WHERE julianday(:now) - julianday(responses.fetched_at) <= 30
GROUP BY responses.id, shape_differences.parser
