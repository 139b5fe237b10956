-- How each final vote came out, as declared and as counted
--
-- Two tallies stand side by side: the one that the source declares, and the sum of the ballots that are
-- here. An empty figure is not known; a counted one is empty unless all ballots are published.
SELECT votes.date, votes.chamber, votes.key AS vote_key, votes.meaning_of_yes, votes.outcome,
    votes.declared_yes, votes.counted_yes, votes.declared_no, votes.counted_no, votes.declared_abstain,
    votes.counted_abstain, votes.ballots_status, votes.origin, votes.source_url
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
WHERE bills.is_tracked = 1 AND votes.is_final = 1
ORDER BY votes.date, votes.key
