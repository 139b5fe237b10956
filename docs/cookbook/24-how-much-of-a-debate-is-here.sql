-- How much of each debate is here
--
-- Before anything is concluded from silence: turns collected of turns known, and what is missing. "None
-- found" means something only where this is complete.
SELECT debate_coverage.bill_key, debate_coverage.sittings, debate_coverage.turns,
    debate_coverage.turns_with_text, debate_coverage.turns_known, debate_coverage.parts_missing
FROM debate_coverage
JOIN bills ON bills.key = debate_coverage.bill_key
WHERE bills.is_tracked = 1
ORDER BY debate_coverage.bill_key
