-- From which answer a vote was read
--
-- The address, the moment and the checksum of the answer behind each vote on a bill that is followed, or
-- the curated fact where no answer is here yet; and how far the page that read it is proven.
SELECT votes.key AS vote_key, votes.origin, votes.source_url, response_sources.fetched_at,
    response_sources.sha256, response_sources.evidence, response_sources.licence, dossier_entries.source_name,
    dossier_entries.confidence
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
LEFT JOIN response_sources ON response_sources.response_id = votes.response_id
LEFT JOIN dossier_entries ON dossier_entries.id = votes.dossier_entry_id
WHERE bills.is_tracked = 1
ORDER BY votes.key
