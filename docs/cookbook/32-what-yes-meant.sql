-- What a yes meant in each vote on a bill
--
-- Not every yes is a yes to the bill. An empty meaning is one that the words of the question do not settle.
SELECT chamber, meaning_of_yes, is_final, count(*) AS votes,
    count(*) FILTER (WHERE outcome = 'passed') AS passed,
    count(*) FILTER (WHERE outcome = 'rejected') AS rejected,
    count(*) FILTER (WHERE outcome IS NULL) AS not_known
FROM votes
WHERE is_annulled = 0
GROUP BY chamber, meaning_of_yes, is_final
ORDER BY chamber, meaning_of_yes NULLS LAST, is_final
