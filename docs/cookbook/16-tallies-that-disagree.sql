-- Where two figures of one vote disagree
--
-- The declared tally against the sum of the ballots, and against what other pages of the source print. Both
-- stay as they are.
SELECT subject_key AS vote_key, kind, field, official_value, other_value, other_place, source_url
FROM discrepancies
ORDER BY subject_key, kind, field, other_place, other_value
