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
    reports.vote_key,
    reports.field,
    declared.figure,
    reports.figure,
    reports.place,
    reports.origin,
    reports.source_url
FROM tally_figures AS reports
LEFT JOIN tally_figures AS declared
    ON declared.vote_key = reports.vote_key AND declared.field = reports.field AND declared.is_declared
WHERE NOT reports.is_declared
    AND CASE
        WHEN declared.figure IS NOT NULL THEN declared.figure <> reports.figure
        -- Where nothing is declared, reports that differ among themselves all stand.
        ELSE EXISTS (
            SELECT 1 FROM tally_figures AS others
            WHERE others.vote_key = reports.vote_key AND others.field = reports.field
                AND others.figure <> reports.figure
        )
    END
UNION ALL
SELECT
    'ballot',
    reported.vote_key,
    reported.given_name || ' ' || reported.family_name,
    ballot_labels.option,
    reported.option,
    coalesce(dossier_entries.source_name, response_sources.source_name),
    reported.origin,
    reported.source_url
FROM reported_ballots AS reported
JOIN votes ON votes.key = reported.vote_key
JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
JOIN person_names
    ON person_names.id = vote_ballots.name_id
    AND person_names.family_name = reported.family_name AND person_names.given_name = reported.given_name
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN dossier_entries ON dossier_entries.id = reported.dossier_entry_id
LEFT JOIN response_sources ON response_sources.response_id = reported.response_id
WHERE ballot_labels.option <> reported.option
UNION ALL
SELECT kind, subject_key, field, official_value, other_value, other_place, origin, source_url
FROM treaty_discrepancies
