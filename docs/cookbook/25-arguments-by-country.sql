-- Which arguments are made where
--
-- Tags of statements outside the chambers, by country. A tag belongs to the statement and not to whoever
-- made it; `curated` ones were given by a person, `rule` ones by words that docs/lexicon.md lists.
SELECT statements.country, tags.tag, tags.basis, count(DISTINCT statements.key) AS statements,
    count(DISTINCT statements.key) FILTER (WHERE statements.stance = 'for') AS in_favour,
    count(DISTINCT statements.key) FILTER (WHERE statements.stance = 'against') AS opposed
FROM tags
JOIN statements ON statements.key = tags.subject_key
WHERE tags.scheme = 'argument'
GROUP BY statements.country, tags.tag, tags.basis
ORDER BY statements.country NULLS LAST, tags.tag, tags.basis
