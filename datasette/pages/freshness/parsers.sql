SELECT parsers.*, sources.name AS source_name
FROM parsers JOIN sources ON sources.key = parsers.source
ORDER BY sources.name, parsers.page
