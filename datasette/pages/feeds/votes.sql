SELECT
    'votes/' || votes.key AS id,
    '/votes/' || votes.key AS page,
    'Vote' AS kind,
    chambers.name_en || ', ' || votes.date || ': ' || coalesce(votes.title_en, votes.title) AS title,
    coalesce(responses.fetched_at, votes.date || 'T00:00:00+00:00') AS updated,
    printf(
        '%s; %s yes, %s no, %s abstained%s.',
        coalesce(votes.outcome, 'outcome not known'),
        coalesce(votes.declared_yes, '?'), coalesce(votes.declared_no, '?'), coalesce(votes.declared_abstain, '?'),
        coalesce('; a yes was ' || votes.meaning_of_yes, '')
    ) AS summary,
    votes.source_url AS source_url
FROM votes
JOIN chambers ON chambers.key = votes.chamber
LEFT JOIN responses ON responses.id = votes.response_id
WHERE :state IN ('', chambers.country)
ORDER BY votes.date DESC, votes.time DESC
LIMIT 50
