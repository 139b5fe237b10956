-- explains: The source says that there were votes at this sitting, and days later none of them is held.
-- do: Open the page of the sitting. Are the votes published? If so, crawl the term again from that day.
SELECT
    sittings.chamber AS source,
    coverage.source_url AS page,
    printf('%d votes of the sitting of %s', coverage.expected, coalesce(sittings.end_date, sittings.start_date)) AS expected,
    'none' AS came
FROM coverage JOIN sittings ON sittings.key = coverage.subject_key
JOIN chambers ON chambers.key = sittings.chamber
JOIN countries ON countries.key = chambers.country
WHERE coverage.what = 'votes' AND coverage.expected > 0 AND coverage.collected = 0
    AND julianday(:now) - julianday(coalesce(sittings.end_date, sittings.start_date)) BETWEEN 3 AND 60
    AND EXISTS (
        SELECT 1 FROM runs
        WHERE runs.spider = lower(countries.name) AND runs.mode = 'live' AND runs.selection LIKE 'term %'
    )
