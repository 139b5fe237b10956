SELECT
    bills.key AS key,
    bills.number AS number,
    coalesce(bills.title_en, bills.title) AS title,
    bills.title_en IS NULL AS is_original,
    bills.submitted_on AS submitted_on,
    bills.decision AS decision,
    bills.is_tracked AS is_tracked,
    bills.origin AS origin,
    chambers.name_en AS chamber_name,
    (SELECT count(*) FROM vote_bills WHERE vote_bills.bill_id = bills.id) AS votes,
    (SELECT count(*) FROM stages WHERE stages.bill_key = bills.key AND withdrawn_at IS NULL) AS stages
FROM bills JOIN chambers ON chambers.key = bills.chamber
ORDER BY bills.is_tracked DESC, bills.submitted_on DESC, bills.key
LIMIT 100
