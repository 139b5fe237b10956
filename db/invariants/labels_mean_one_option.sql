-- severity: error
-- explains: Within a chamber, one word of the source comes to one option, on the same basis and by the same rule.
SELECT
    chamber AS subject_key,
    printf('"%s" is read as %s', label, group_concat(option, ' and as ')) AS message
FROM (SELECT * FROM ballot_labels ORDER BY option)
GROUP BY chamber, label, basis, coalesce(rule, '')
HAVING count(DISTINCT option) > 1
