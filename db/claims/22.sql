SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND (kind = 'final vote' OR (kind = 'other' AND tally IS NULL
    AND date >= '2025-05-01' AND actor = 'Seimas')) AND date <= :as_of
UNION ALL
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
UNION ALL
SELECT votes.date AS date, 'day' AS date_precision, 'lt' AS state, 'voting' AS kind,
    'Members who voted yes, no or abstained' AS title, chambers.name_en AS actor,
    votes.ballots_status AS detail, votes.declared_yes + votes.declared_no + votes.declared_abstain AS figure,
    '/votes/' || votes.key AS page, votes.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, votes.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND NOT votes.is_annulled AND votes.date <= :as_of
UNION ALL
SELECT votes.date AS date, 'day' AS date_precision, 'lt' AS state, 'note' AS kind,
    dossier_entries.note AS title,
    dossier_entries.source_name AS actor, NULL AS detail, NULL AS figure, '/votes/' || votes.key AS page,
    votes.origin AS origin, dossier_entries.confidence AS confidence, votes.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND NOT votes.is_annulled AND votes.date <= :as_of AND dossier_entries.note IS NOT NULL
ORDER BY date, kind, title
