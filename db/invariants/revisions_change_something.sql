-- severity: error
-- explains: A revision tells an old value from a new one.
SELECT row_key AS subject_key, printf('%s.%s: "%s" twice', table_name, column_name, new_value) AS message
FROM revisions
WHERE old_value IS new_value
