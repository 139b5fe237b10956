-- Who held which office on the day of the vote
--
-- Offices whose known time includes the day of a final vote. No row says that nothing is known, not that
-- nobody held the office. A start or end known by month or year only is taken as printed.
WITH finals AS (
    SELECT DISTINCT votes.date, votes.key, chambers.country
    FROM bills
    JOIN vote_bills ON vote_bills.bill_id = bills.id
    JOIN votes ON votes.id = vote_bills.vote_id
    JOIN chambers ON chambers.key = votes.chamber
    WHERE bills.is_tracked = 1 AND votes.is_final = 1
)
SELECT finals.date, finals.key AS vote_key, offices.kind, offices.title, persons.key AS person_key,
    persons.name, offices.start_date, offices.start_precision, offices.end_date, offices.end_precision
FROM finals
JOIN offices ON offices.country = finals.country
JOIN persons ON persons.id = offices.person_id
WHERE coalesce(offices.start_date, '0000') <= finals.date AND coalesce(offices.end_date, '9999') >= finals.date
ORDER BY finals.date, finals.key, offices.kind, offices.title, persons.key, offices.key
