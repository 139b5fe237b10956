-- severity: warning
-- explains: One vote is one row: no chamber takes two votes with the same figures at the same moment.
SELECT
    min(key) AS subject_key,
    printf('%d votes of %s have the same figures: %s', count(*), time, group_concat(key, ', ')) AS message
FROM (SELECT * FROM votes ORDER BY key)
WHERE time IS NOT NULL
GROUP BY chamber, time, declared_yes, declared_no, declared_abstain, declared_present_not_voting,
    declared_absent
HAVING count(*) > 1
