-- Absent, excused, or present and not voting
--
-- Different things, which not every source tells apart. `basis` says whether the source states the option
-- or a rule of ours concludes it, and `rule` says which. Of one chamber; leave out the condition on it to
-- see all.
WITH asked AS (SELECT 'pl-sejm' AS chamber)
SELECT ballots.chamber, ballots.option, ballots.label, ballots.basis, ballots.rule,
    count(*) AS ballots, count(DISTINCT ballots.vote_key) AS votes
FROM asked
JOIN ballots ON ballots.chamber = asked.chamber
WHERE ballots.option NOT IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
GROUP BY ballots.chamber, ballots.option, ballots.label, ballots.basis, ballots.rule
ORDER BY ballots.chamber, ballots.option, ballots.label, ballots.basis
