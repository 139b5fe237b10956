CREATE VIEW discrepancies AS
SELECT
    'ballots' AS kind,
    votes.key AS subject_key,
    figures.name AS field,
    figures.declared AS official_value,
    figures.counted AS other_value,
    'sum of the ballots' AS other_place,
    votes.origin AS origin,
    votes.source_url AS source_url
FROM votes
JOIN (
    SELECT id, 'yes' AS name, declared_yes AS declared, counted_yes AS counted FROM votes
    UNION ALL SELECT id, 'no', declared_no, counted_no FROM votes
    UNION ALL SELECT id, 'abstain', declared_abstain, counted_abstain FROM votes
    UNION ALL SELECT id, 'present_not_voting', declared_present_not_voting, counted_present_not_voting FROM votes
    UNION ALL SELECT id, 'absent', declared_absent, counted_absent FROM votes
) AS figures ON figures.id = votes.id
WHERE votes.ballots_status = 'published' AND figures.declared <> figures.counted
UNION ALL
SELECT
    'tally',
    votes.key,
    figures.name,
    figures.declared,
    figures.reported,
    figures.place,
    figures.origin,
    figures.source_url
FROM votes
JOIN (
    SELECT vote_key, place, reports.origin, reports.source_url,
        'yes' AS name, declared_yes AS declared, yes AS reported
        FROM tally_reports AS reports JOIN votes ON votes.key = vote_key
    UNION ALL SELECT vote_key, place, reports.origin, reports.source_url,
        'no', declared_no, no
        FROM tally_reports AS reports JOIN votes ON votes.key = vote_key
    UNION ALL SELECT vote_key, place, reports.origin, reports.source_url,
        'abstain', declared_abstain, abstain
        FROM tally_reports AS reports JOIN votes ON votes.key = vote_key
    UNION ALL SELECT vote_key, place, reports.origin, reports.source_url,
        'present_not_voting', declared_present_not_voting, present_not_voting
        FROM tally_reports AS reports JOIN votes ON votes.key = vote_key
    UNION ALL SELECT vote_key, place, reports.origin, reports.source_url,
        'absent', declared_absent, absent
        FROM tally_reports AS reports JOIN votes ON votes.key = vote_key
) AS figures ON figures.vote_key = votes.key
WHERE figures.declared <> figures.reported
