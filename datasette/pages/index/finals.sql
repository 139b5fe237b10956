SELECT bills.key AS of_bill, votes.*
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
WHERE bills.is_tracked AND votes.is_final
ORDER BY votes.date, votes.number
