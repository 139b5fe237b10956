SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page, origin,
    confidence, source_url
FROM timeline
WHERE state = 'lt' AND treaty = 'apmbc' AND kind = 'final vote' AND date <= :as_of
UNION ALL
SELECT votes.date AS date, 'day' AS date_precision, treaty_bills.country AS state,
    iif(figures.is_official, 'official tally', 'reported tally') AS kind, figures.place AS title,
    coalesce(votes.title_en, votes.title) AS actor,
    printf(
        '%s for, %s against, %s abstaining',
        coalesce(figures.yes, '?'), coalesce(figures.no, '?'), coalesce(figures.abstain, '?')
    ) AS detail,
    figures.is_declared AS figure, '/votes/' || votes.key AS page, figures.origin AS origin,
    iif(figures.is_official, 'official', 'reported') AS confidence, figures.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
JOIN treaty_tallies AS figures ON figures.vote_key = votes.key
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND NOT votes.is_annulled AND votes.date <= :as_of
GROUP BY votes.key, figures.place, figures.source_url
UNION ALL
SELECT votes.date AS date, 'day' AS date_precision, 'lt' AS state, 'threshold' AS kind,
    'Votes needed: ' || votes.threshold_base AS title, chambers.name_en AS actor,
        votes.meaning_of_yes AS detail,
    votes.threshold AS figure, '/votes/' || votes.key AS page, votes.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence, votes.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND votes.threshold IS NOT NULL AND votes.date <= :as_of
ORDER BY date
