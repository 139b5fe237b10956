SELECT DISTINCT votes.*, 0 AS is_on_list
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
WHERE treaty_bills.country = :key AND votes.date <= :as_of
ORDER BY votes.date DESC, votes.number DESC
LIMIT 50
