-- severity: notice
-- explains: Two persons of one country and name are one or told apart, by dates of birth or by a reviewed identity.
SELECT
    one_key AS subject_key,
    printf('%s and %s are both %s, and may be one person or two; not known: %s', one_key, other_key, one_name, missing)
        AS message
FROM unresolved_persons
