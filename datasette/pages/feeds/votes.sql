SELECT
    'votes/' || votes.key AS id,
    '/votes/' || votes.key AS page,
    'Vote' AS kind,
    chambers.name_en || ', ' || votes.date || ': ' || coalesce(votes.title_en, votes.title) AS title,
    coalesce(responses.fetched_at, votes.date || 'T00:00:00+00:00') AS updated,
    coalesce('Ballot: ' || replace(own.option, '_', ' ') || '. ', '') || printf(
        '%s; %s yes, %s no, %s abstained%s.',
        coalesce(votes.outcome, 'outcome not known'),
        coalesce(votes.declared_yes, '?'), coalesce(votes.declared_no, '?'), coalesce(votes.declared_abstain, '?'),
        coalesce('; a yes was ' || votes.meaning_of_yes, '')
    ) AS summary,
    votes.source_url AS source_url
FROM votes
JOIN chambers ON chambers.key = votes.chamber
LEFT JOIN (
    SELECT vote_ballots.vote_id AS vote_id, ballot_labels.option AS option
    FROM vote_ballots JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    WHERE vote_ballots.person_id = (SELECT id FROM persons WHERE key = :person)
        AND vote_ballots.withdrawn_at IS NULL
) AS own ON own.vote_id = votes.id
LEFT JOIN responses ON responses.id = votes.response_id
WHERE :state IN ('', chambers.country)
    AND (
        :bill = '' OR votes.id IN (
            SELECT vote_id FROM vote_bills WHERE bill_id = (SELECT id FROM bills WHERE key = :bill)
        )
    )
    AND (:person = '' OR own.option IS NOT NULL)
ORDER BY votes.date DESC, votes.time DESC
LIMIT 50
