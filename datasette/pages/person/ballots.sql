SELECT
    bills.key AS bill,
    votes.key AS vote_key,
    votes.date AS date,
    coalesce(votes.title_en, votes.question, votes.title) AS title,
    votes.title_en IS NULL AS is_original,
    iif(votes.title_en IS NULL AND votes.question IS NOT NULL, votes.title, NULL) AS matter,
    votes.is_final AS is_final,
    votes.meaning_of_yes AS meaning_of_yes,
    votes.origin AS origin,
    ballot_labels.option AS option,
    ballot_labels.label AS label,
    ballot_labels.rule AS rule,
    factions.label AS faction
FROM vote_ballots
JOIN votes ON votes.id = vote_ballots.vote_id
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
LEFT JOIN vote_bills ON vote_bills.vote_id = votes.id
LEFT JOIN bills ON bills.id = vote_bills.bill_id
WHERE vote_ballots.person_id = (SELECT id FROM persons WHERE key = :key)
    AND vote_ballots.withdrawn_at IS NULL
ORDER BY votes.date DESC, votes.number DESC
LIMIT 200
