SELECT
    sources.key AS key,
    sources.name AS name,
    sources.url AS url,
    countries.name AS country,
    answers.last_at AS last_at,
    coalesce(answers.stored, 0) AS stored,
    coalesce(answers.quarantined, 0) AS quarantined,
    readers.proven AS proven,
    readers.constructed AS constructed
FROM sources
LEFT JOIN countries ON countries.key = sources.country
LEFT JOIN (
    SELECT
        source,
        max(fetched_at) AS last_at,
        sum(state = 'stored') AS stored,
        sum(state = 'quarantined') AS quarantined
    FROM responses
    GROUP BY source
) AS answers ON answers.source = sources.key
LEFT JOIN (
    SELECT
        source,
        sum(evidence <> 'constructed') AS proven,
        sum(evidence = 'constructed') AS constructed
    FROM parsers
    GROUP BY source
) AS readers ON readers.source = sources.key
ORDER BY countries.name, sources.name
