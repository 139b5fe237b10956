-- Which votes were close
--
-- Where the source states a threshold: by how many votes it was reached or missed. Elsewhere the margin is
-- yes less no, which decides only by simple majority.
SELECT chamber, date, key AS vote_key, declared_yes, declared_no, threshold, threshold_base, outcome,
    declared_yes - declared_no AS yes_less_no, declared_yes - threshold AS over_threshold
FROM votes
WHERE declared_yes IS NOT NULL AND declared_no IS NOT NULL AND is_annulled = 0
    AND abs(coalesce(declared_yes - threshold, declared_yes - declared_no)) <= 5
ORDER BY date DESC, key
LIMIT 200
