CREATE VIEW turns_on_bills AS
SELECT
    item_bills.bill_key AS bill_key,
    persons.key AS person_key,
    persons.name AS person,
    count(*) FILTER (WHERE speeches.capacity IS NOT 'chair') AS turns,
    count(speeches.text) FILTER (WHERE speeches.capacity IS NOT 'chair') AS turns_with_text,
    count(*) FILTER (WHERE speeches.capacity = 'chair') AS turns_as_chair,
    min(speeches.date) AS first_date,
    max(speeches.date) AS last_date
FROM item_bills
JOIN speeches ON speeches.item_key = item_bills.item_key AND speeches.withdrawn_at IS NULL
JOIN persons ON persons.id = speeches.person_id
GROUP BY item_bills.bill_key, persons.id
