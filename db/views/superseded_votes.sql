CREATE VIEW superseded_votes AS
SELECT
    votes.key AS vote_key,
    min(later.key) AS superseded_by,
    votes.chamber AS chamber,
    votes.date AS date,
    'not in the transcript, which links the vote of the same bill and question minutes later' AS rule
FROM votes
JOIN votes AS later
    ON later.sitting_key = votes.sitting_key
    AND later.question = votes.question
    AND later.bill_key = votes.bill_key
    AND later.time > votes.time
    AND julianday(later.time) - julianday(votes.time) <= 15.0 / (24 * 60)
JOIN agenda_item_votes ON agenda_item_votes.vote_key = later.key
WHERE NOT EXISTS (SELECT 1 FROM agenda_item_votes WHERE agenda_item_votes.vote_key = votes.key)
GROUP BY votes.id
