-- severity: error
-- explains: A vote, its term, its sitting, its bills and the factions and words of its ballots all belong to one chamber.
SELECT votes.key AS subject_key, printf('the term %s is of %s', terms.key, terms.chamber) AS message
FROM votes JOIN terms ON terms.key = votes.term
WHERE terms.chamber <> votes.chamber
UNION ALL
SELECT votes.key, printf('the sitting %s is of %s', sittings.key, sittings.chamber)
FROM votes JOIN sittings ON sittings.key = votes.sitting_key
WHERE sittings.chamber <> votes.chamber
UNION ALL
SELECT votes.key, printf('the bill %s is of %s', bills.key, bills.chamber)
FROM votes
JOIN vote_bills ON vote_bills.vote_id = votes.id
JOIN bills ON bills.id = vote_bills.bill_id
WHERE bills.chamber <> votes.chamber
UNION ALL
-- CROSS JOIN keeps the order of the tables: begun at the factions, it takes ten times as long.
SELECT votes.key, printf('the faction %s of %s has %d of its ballots', factions.label, factions.chamber, count(*))
FROM votes
CROSS JOIN vote_ballots ON vote_ballots.vote_id = votes.id
CROSS JOIN factions ON factions.id = vote_ballots.faction_id
WHERE factions.chamber <> votes.chamber
GROUP BY votes.id, factions.id
UNION ALL
SELECT votes.key, printf('the word "%s" of %s stands on %d of its ballots', ballot_labels.label, ballot_labels.chamber, count(*))
FROM votes
CROSS JOIN vote_ballots ON vote_ballots.vote_id = votes.id
CROSS JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
WHERE ballot_labels.chamber <> votes.chamber
GROUP BY votes.id, ballot_labels.id
