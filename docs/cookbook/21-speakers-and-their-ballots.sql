-- Who spoke on a bill, and how they voted on it
--
-- Turns in the debates of the bill, without those as chair, beside the member's ballot in its final votes.
-- An empty option means that no ballot of this person is here: a minister without a seat, or a vote whose
-- ballots are not.
WITH asked AS (SELECT 'ee-riigikogu-15-642' AS bill_key),
spoke AS (
    SELECT asked.bill_key, persons.key AS person_key, min(persons.name) AS person, count(*) AS turns,
        min(speeches.date) AS first, max(speeches.date) AS last
    FROM asked
    JOIN item_bills ON item_bills.bill_key = asked.bill_key
    JOIN speeches ON speeches.item_key = item_bills.item_key
    JOIN persons ON persons.id = speeches.person_id
    WHERE speeches.withdrawn_at IS NULL AND coalesce(speeches.capacity, '') <> 'chair'
    GROUP BY asked.bill_key, persons.key
),
cast_ballots AS (
    SELECT ballots.person_key, ballots.vote_key, ballots.option, ballots.label
    FROM asked
    JOIN bills ON bills.key = asked.bill_key
    JOIN vote_bills ON vote_bills.bill_id = bills.id
    JOIN votes ON votes.id = vote_bills.vote_id AND votes.is_final = 1
    JOIN ballots ON ballots.vote_key = votes.key
    WHERE ballots.withdrawn_at IS NULL
)
SELECT spoke.person_key, spoke.person, spoke.turns, spoke.first, spoke.last, cast_ballots.vote_key,
    cast_ballots.option, cast_ballots.label
FROM spoke
LEFT JOIN cast_ballots ON cast_ballots.person_key = spoke.person_key
ORDER BY spoke.person_key, cast_ballots.vote_key NULLS LAST
