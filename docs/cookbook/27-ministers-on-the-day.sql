-- Who held which office on the day of the vote
--
-- Offices whose known time includes the day of a final vote. No row says that nothing is known, not that
-- nobody held the office. A start or end known by month or year only is taken as printed.
SELECT votes.date, votes.key AS vote_key, offices.kind, offices.title, persons.key AS person_key,
    persons.name, offices.start_date, offices.start_precision, offices.end_date, offices.end_precision
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN chambers ON chambers.key = votes.chamber
JOIN offices ON offices.country = chambers.country
JOIN persons ON persons.id = offices.person_id
WHERE bills.is_tracked = 1 AND votes.is_final = 1
    AND coalesce(offices.start_date, '0000') <= votes.date
    AND coalesce(offices.end_date, '9999') >= votes.date
ORDER BY votes.date, votes.key, offices.kind, offices.title, persons.key, offices.key
