SELECT
    bill_documents.document AS number,
    documents.title AS title,
    documents.date AS date,
    documents.url AS url
FROM bills
JOIN bill_documents ON bill_documents.bill_key = bills.key
LEFT JOIN documents
    ON documents.number = bill_documents.document
    AND documents.chamber = bills.chamber
    AND documents.term IS bills.term
WHERE bills.key = :key
ORDER BY documents.date, bill_documents.document
