-- severity: warning
-- explains: A bill has one final vote a day; where there are more, a reader must look which of them decided what.
SELECT
    bills.key AS subject_key,
    printf('%d final votes on %s: %s', count(*), votes.date, group_concat(votes.key, ', ')) AS message
FROM (SELECT * FROM votes ORDER BY key) AS votes
JOIN vote_bills ON vote_bills.vote_id = votes.id
JOIN bills ON bills.id = vote_bills.bill_id
WHERE votes.is_final = 1 AND votes.is_annulled = 0
    AND votes.key NOT IN (SELECT vote_key FROM superseded_votes)
GROUP BY bills.id, votes.date
HAVING count(*) > 1
