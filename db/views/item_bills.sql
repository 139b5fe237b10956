CREATE VIEW item_bills AS
SELECT agenda_item_bills.item_key AS item_key, agenda_item_bills.bill_key AS bill_key, 'stated' AS basis
FROM agenda_item_bills
UNION
SELECT agenda_items.key, bills.key, 'derived'
FROM agenda_items
JOIN agenda_item_documents ON agenda_item_documents.item_key = agenda_items.key
JOIN bill_documents ON bill_documents.document = agenda_item_documents.document
JOIN bills
    ON bills.key = bill_documents.bill_key AND bills.chamber = agenda_items.chamber
    AND bills.term IS agenda_items.term
WHERE NOT EXISTS (
    SELECT 1 FROM agenda_item_bills
    WHERE agenda_item_bills.item_key = agenda_items.key AND agenda_item_bills.bill_key = bills.key
)
