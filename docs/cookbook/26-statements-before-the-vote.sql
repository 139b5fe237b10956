-- What ministers said before the final vote
--
-- Statements from the country of the chamber, up to the day of each final vote on a bill that is followed,
-- with their signatories and the offices that the source gives them. Dates known by month only count from
-- the first of it.
SELECT votes.key AS vote_key, votes.date AS vote_date, statements.date, statements.date_precision,
    statement_signatories.name, statement_signatories.office, statements.channel, statements.stance,
    statements.key AS statement_key, statements.url
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
JOIN statements ON statements.country = chambers.country AND statements.date <= votes.date
JOIN statement_signatories ON statement_signatories.statement_id = statements.id
WHERE bills.is_tracked = 1 AND votes.is_final = 1
ORDER BY votes.date, votes.key, statements.date, statements.key, statement_signatories.position
