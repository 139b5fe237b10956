SELECT * FROM discrepancies WHERE subject_key = :key ORDER BY kind, other_place, field
