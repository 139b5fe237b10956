-- explains: A source on a treaty says otherwise of a state than it did, in the last week.
-- do: Read both answers. If a state joins, leaves or objects, tell the readers; if the page only changed its form, mend the parser.
SELECT
    corrections.table_name AS source,
    corrections.row_key AS page,
    corrections.column_name || ' ' || corrections.old_value AS expected,
    coalesce(corrections.new_value, 'nothing') AS came
FROM corrections
WHERE corrections.table_name IN ('told_actions', 'treaty_participants', 'treaty_counts')
    AND corrections.new_sha256 IS NOT NULL
    AND julianday(:now) - julianday(corrections.seen_at) <= 7
