SELECT
    abstainers.vote_key AS vote_key,
    abstainers.person_key AS person_key,
    speeches.key AS key,
    speeches.sitting_key AS sitting_key,
    speeches.date AS date,
    speeches.start_time AS start_time,
    speeches.capacity AS capacity,
    speeches.language AS language,
    substr(speeches.text, 1, 400) AS beginning,
    length(speeches.text) AS characters,
    speeches.gist AS gist,
    speeches.url AS url,
    speeches.origin AS origin,
    chambers.timezone AS timezone
FROM (
    SELECT votes.key AS vote_key, bills.key AS bill_key, persons.key AS person_key, persons.id AS person_id
    FROM bills
    JOIN vote_bills ON vote_bills.bill_id = bills.id
    JOIN votes ON votes.id = vote_bills.vote_id
    JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
    JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id AND ballot_labels.option = 'abstain'
    JOIN persons ON persons.id = vote_ballots.person_id
    WHERE bills.is_tracked AND votes.is_final AND NOT votes.is_annulled
) AS abstainers
JOIN speeches
    ON speeches.person_id = abstainers.person_id AND speeches.bill_key = abstainers.bill_key
    AND speeches.withdrawn_at IS NULL
JOIN chambers ON chambers.key = speeches.chamber
ORDER BY speeches.date, speeches.position
