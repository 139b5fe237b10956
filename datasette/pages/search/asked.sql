SELECT
    search_expression(:q, (SELECT group_concat(language, ' ') FROM search_languages)) AS expression,
    (SELECT count(*) FROM search_pending) AS pending
