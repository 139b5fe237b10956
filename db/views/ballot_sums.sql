CREATE VIEW ballot_sums AS
-- Under the names of the columns of `ballots`, so that a question about those can be asked of these. The sums
-- leave out what a source stopped showing, which stands here ballot by ballot.
SELECT
    ballot_facets.chamber AS chamber,
    ballot_facets.term AS term,
    ballot_facets.year AS year,
    factions.label AS faction,
    ballot_facets.option AS option,
    ballot_facets.kind AS kind,
    NULL AS withdrawn_at,
    ballot_facets.ballots AS ballots
FROM ballot_facets LEFT JOIN factions ON factions.id = ballot_facets.faction_id
UNION ALL
SELECT
    votes.chamber,
    votes.term,
    CAST(substr(votes.date, 1, 4) AS INTEGER),
    factions.label,
    ballot_labels.option,
    iif(votes.is_final, 'final vote', coalesce(votes.meaning_of_yes, 'not known')),
    vote_ballots.withdrawn_at,
    1
FROM vote_ballots
CROSS JOIN votes ON votes.id = vote_ballots.vote_id
CROSS JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
WHERE vote_ballots.withdrawn_at IS NOT NULL
