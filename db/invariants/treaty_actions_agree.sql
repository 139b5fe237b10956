-- severity: warning
-- explains: Every source tells the same of a treaty action, and its effect follows the treaty's rule; where not, both are shown.
SELECT
    subject_key,
    printf('%s: %s, but %s by %s', field, official_value, other_value, other_place) AS message
FROM treaty_discrepancies
WHERE kind IN ('contradicts', 'rule')
