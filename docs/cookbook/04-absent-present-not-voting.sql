-- Absent, excused, or present and not voting
--
-- Different things, which not every source tells apart. `basis` says whether the source states the option
-- or a rule of ours concludes it, and `rule` says which. Of the final votes on bills that are followed; in
-- a condition on `votes.key` any other vote can be named.
SELECT ballots.chamber, ballots.vote_key, ballots.option, ballots.label, ballots.basis, ballots.rule,
    count(*) AS ballots
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN ballots ON ballots.vote_key = votes.key
WHERE bills.is_tracked = 1 AND votes.is_final = 1 AND ballots.option NOT IN ('yes', 'no', 'abstain')
    AND ballots.withdrawn_at IS NULL
GROUP BY ballots.chamber, ballots.vote_key, ballots.option, ballots.label, ballots.basis, ballots.rule
ORDER BY ballots.chamber, ballots.vote_key, ballots.option, ballots.label, ballots.basis, ballots.rule NULLS LAST
