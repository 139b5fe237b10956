SELECT speeches.key AS key, speeches.sitting_key AS sitting_key, speeches.date AS date, speeches.speaker AS speaker
FROM votes
JOIN speeches ON speeches.bill_key = votes.bill_key
WHERE votes.key = :key AND speeches.capacity = 'minister' AND speeches.withdrawn_at IS NULL
UNION
SELECT speeches.key, speeches.sitting_key, speeches.date, speeches.speaker
FROM vote_speeches
JOIN speeches ON speeches.key = vote_speeches.speech_key
WHERE vote_speeches.vote_key = :key AND speeches.capacity = 'minister'
ORDER BY date, key
