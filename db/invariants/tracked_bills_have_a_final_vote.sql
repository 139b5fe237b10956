-- severity: warning
-- explains: The final vote on each tracked bill is collected.
SELECT bills.key AS subject_key, 'a tracked bill without a final vote' AS message
FROM bills
WHERE bills.is_tracked = 1
    AND NOT EXISTS (
        SELECT 1 FROM vote_bills JOIN votes ON votes.id = vote_bills.vote_id
        WHERE vote_bills.bill_id = bills.id AND votes.is_final = 1 AND votes.is_annulled = 0
    )
