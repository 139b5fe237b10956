SELECT ballots.date AS date, 'day' AS date_precision, treaty_bills.country AS state, 'ballot' AS kind,
    ballots.person AS title, ballots.faction AS actor, ballots.option AS detail, NULL AS figure,
    '/people/' || ballots.person_key AS page, ballots.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, ballots.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
CROSS JOIN ballots ON ballots.vote_key = votes.key
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND NOT votes.is_annulled AND ballots.option IN ('abstain')
    AND ballots.withdrawn_at IS NULL AND votes.date <= :as_of
ORDER BY date
