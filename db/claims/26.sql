SELECT turns.first_date AS date, 'day' AS date_precision, treaty_bills.country AS state, 'turns' AS kind,
    'Turns of ' || ballots.person || ' in the debates' AS title, ballots.person AS actor,
    (
        SELECT count(DISTINCT speeches.key) FROM speeches
        JOIN item_bills ON item_bills.item_key = speeches.item_key
        JOIN persons ON persons.id = speeches.person_id
        JOIN tags ON tags.subject_key = speeches.key AND tags.tag = 'military effectiveness'
        WHERE persons.key = ballots.person_key AND item_bills.bill_key = treaty_bills.followed_as
            AND speeches.withdrawn_at IS NULL AND speeches.date <= :as_of
    ) || ' tagged military effectiveness' AS detail,
    coalesce(turns.turns, 0) AS figure, '/people/' || ballots.person_key AS page, ballots.origin AS origin,
    NULL AS confidence, ballots.source_url AS source_url
FROM treaty_bills
CROSS JOIN vote_bills ON vote_bills.bill_id = treaty_bills.bill_id
CROSS JOIN votes ON votes.id = vote_bills.vote_id
CROSS JOIN ballots ON ballots.vote_key = votes.key
LEFT JOIN turns_on_bills AS turns
    ON turns.bill_key = treaty_bills.followed_as AND turns.person_key = ballots.person_key
WHERE treaty_bills.country = 'lt' AND treaty_bills.treaty = 'apmbc' AND votes.is_final
    AND NOT votes.is_annulled AND ballots.option = 'abstain'
    AND ballots.withdrawn_at IS NULL AND votes.date <= :as_of
UNION ALL
SELECT NULL AS date, 'day' AS date_precision, state, 'coverage' AS kind, title, bill_number AS actor,
    measure AS detail, figure, '/bills/' || bill_key AS page, origin, NULL AS confidence, source_url
FROM debate_counts
WHERE state = 'lt' AND treaty = 'apmbc'
ORDER BY kind DESC, title
