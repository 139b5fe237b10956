SELECT
    figures.vote_key AS vote_key,
    figures.place AS place,
    figures.is_official AS is_official,
    figures.is_declared AS is_declared,
    figures.yes AS yes,
    figures.no AS no,
    figures.abstain AS abstain,
    figures.present_not_voting AS present_not_voting,
    figures.absent AS absent,
    votes.date AS date,
    coalesce(votes.title_en, votes.title) AS title,
    figures.origin AS origin,
    figures.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
JOIN treaty_tallies AS figures ON figures.vote_key = votes.key
WHERE treaty_bills.country = :key AND votes.date <= :as_of
    AND EXISTS (SELECT 1 FROM tally_reports WHERE tally_reports.vote_key = votes.key)
GROUP BY figures.vote_key, figures.place
ORDER BY votes.date, figures.vote_key, figures.is_official DESC, figures.place
