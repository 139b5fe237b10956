SELECT
    speeches.sitting_key AS sitting_key,
    min(speeches.date) AS date,
    count(*) AS turns,
    sum(speeches.capacity IS 'minister') AS ministers
FROM votes
JOIN speeches ON speeches.bill_key = votes.bill_key AND speeches.withdrawn_at IS NULL
WHERE votes.key = :key AND speeches.sitting_key IS NOT votes.sitting_key
GROUP BY speeches.sitting_key
ORDER BY date
