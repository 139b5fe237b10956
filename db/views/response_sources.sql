CREATE VIEW response_sources AS
SELECT
    responses.id AS response_id,
    responses.fetched_at AS fetched_at,
    responses.sha256 AS sha256,
    sources.name AS source_name,
    sources.licence AS licence,
    sources.attribution AS attribution,
    parsers.evidence AS evidence
FROM responses
JOIN sources ON sources.key = responses.source
LEFT JOIN parsers ON parsers.source = responses.source AND parsers.page = responses.page
