SELECT
    coalesce(sum(documents) FILTER (WHERE kind = 'person'), 0) AS persons,
    coalesce(sum(documents) FILTER (WHERE kind = 'bill'), 0) AS bills,
    coalesce(sum(documents) FILTER (WHERE kind = 'vote'), 0) AS votes,
    coalesce(sum(documents) FILTER (WHERE kind = 'statement'), 0) AS statements,
    coalesce(sum(documents) FILTER (WHERE kind = 'speech'), 0) AS turns,
    coalesce(sum(documents) FILTER (WHERE kind = 'speech' AND has_text), 0) AS turns_with_text
FROM search_facets
