-- Which debate belongs to which vote
--
-- From a vote to the turns that belong to it, and by which way they were joined. The other way round,
-- filter on `speech_key`.
SELECT vote_speeches.vote_key, votes.date, vote_speeches.via, count(*) AS turns,
    count(speeches.text) AS turns_with_text, count(DISTINCT speeches.person_id) AS persons
FROM vote_speeches
JOIN votes ON votes.key = vote_speeches.vote_key
JOIN speeches ON speeches.key = vote_speeches.speech_key
GROUP BY vote_speeches.vote_key, votes.date, vote_speeches.via
ORDER BY votes.date, vote_speeches.vote_key, vote_speeches.via
