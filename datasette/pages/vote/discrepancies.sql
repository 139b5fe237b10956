SELECT * FROM discrepancies
WHERE subject_key = :key AND kind <> 'confirms'
ORDER BY kind, other_place, field
