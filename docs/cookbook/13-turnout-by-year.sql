-- How turnout changes over the years
--
-- Of the seats of each chamber: how many members voted yes, no or abstained, on average, by year. Only
-- votes with a tally of all three are counted; the number of votes is beside.
SELECT votes.chamber, substr(votes.date, 1, 4) AS year, count(*) AS votes,
    round(
        100.0 * sum(votes.declared_yes + votes.declared_no + votes.declared_abstain) / sum(chambers.seats)
            + 1e-9,
        1
    ) AS percent_of_seats
FROM votes
JOIN chambers ON chambers.key = votes.chamber
WHERE votes.declared_yes IS NOT NULL AND votes.declared_no IS NOT NULL AND votes.declared_abstain IS NOT NULL
    AND votes.is_annulled = 0
GROUP BY votes.chamber, substr(votes.date, 1, 4)
ORDER BY votes.chamber, year
