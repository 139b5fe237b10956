SELECT scheme, tag, basis, rule, words
FROM tags
WHERE subject_key = :key
ORDER BY scheme, basis, tag, rule, words
