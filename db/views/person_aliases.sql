CREATE VIEW person_aliases AS
SELECT key AS alias, key AS person_key
FROM persons
UNION ALL
SELECT merged_key, kept_key
FROM person_merges
