WITH counted AS MATERIALIZED (
    SELECT search_documents.facet_id AS facet_id, count(*) AS number
    FROM search_words JOIN search_documents ON search_documents.id = search_words.rowid
    WHERE search_words MATCH :expression AND search_documents.facet_id IS NOT NULL
    GROUP BY search_documents.facet_id
), chosen AS MATERIALIZED (
    SELECT search_facets.*, counted.number AS number
    FROM counted JOIN search_facets ON search_facets.id = counted.facet_id
    WHERE (:kind = '' OR search_facets.kind = :kind)
        AND (:country = '' OR search_facets.country = :country)
        AND (:capacity = '' OR search_facets.capacity = :capacity)
        AND (:year = '' OR search_facets.year = CAST(:year AS INTEGER))
)
SELECT 'kind' AS facet, kind AS value, kind AS label, sum(number) AS number FROM chosen GROUP BY kind
UNION ALL
SELECT 'country', chosen.country, coalesce(countries.name, chosen.country), sum(number)
FROM chosen LEFT JOIN countries ON countries.key = chosen.country
WHERE chosen.country IS NOT NULL GROUP BY chosen.country
UNION ALL
SELECT 'capacity', capacity, capacity, sum(number) FROM chosen WHERE capacity IS NOT NULL GROUP BY capacity
UNION ALL
SELECT 'year', CAST(year AS TEXT), CAST(year AS TEXT), sum(number)
FROM chosen WHERE year IS NOT NULL GROUP BY year
