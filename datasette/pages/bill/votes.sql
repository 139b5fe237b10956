SELECT votes.*, vote_bills.basis AS link_basis
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
WHERE bills.key = :key
ORDER BY votes.date, votes.number
