CREATE VIEW discrepancies AS
SELECT
    'ballots' AS kind,
    votes.key AS subject_key,
    figures.name AS field,
    figures.declared AS official_value,
    1 AS is_official,
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
    reports.declared,
    reports.declared IS NOT NULL AND reports.is_declared_official,
    reports.figure,
    reports.place,
    reports.origin,
    reports.source_url
FROM reported_figures AS reports
WHERE CASE
    WHEN reports.declared IS NOT NULL THEN reports.declared <> reports.figure
    -- Where nothing is declared, reports that differ among themselves all stand.
    ELSE EXISTS (
        SELECT 1 FROM reported_figures AS others
        WHERE others.vote_key = reports.vote_key AND others.field = reports.field
            AND others.figure <> reports.figure
    )
END
UNION ALL
SELECT
    iif(ballot_labels.option = reported.option, 'confirms', 'ballot'),
    reported.vote_key,
    reported.given_name || ' ' || reported.family_name,
    ballot_labels.option,
    1,
    reported.option,
    coalesce(dossier_entries.source_name, response_sources.source_name),
    reported.origin,
    reported.source_url
-- From the few reports to their votes: CROSS keeps SQLite from beginning with all ballots.
FROM reported_ballots AS reported
CROSS JOIN votes ON votes.key = reported.vote_key
CROSS JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
JOIN person_names
    ON person_names.id = vote_ballots.name_id
    AND person_names.family_name = reported.family_name AND person_names.given_name = reported.given_name
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN dossier_entries ON dossier_entries.id = reported.dossier_entry_id
LEFT JOIN response_sources ON response_sources.response_id = reported.response_id
-- A second address that agrees about every member is no news; a curated ballot that the record bears out is.
WHERE ballot_labels.option <> reported.option OR reported.origin = 'dossier'
UNION ALL
-- What the dossier knew before the official record came: the record confirms or contradicts it.
SELECT
    'confirms', reports.vote_key, reports.field, reports.declared, reports.is_declared_official, reports.figure,
    reports.place, reports.origin, reports.source_url
FROM reported_figures AS reports
WHERE reports.origin = 'dossier' AND reports.declared_origin IS NOT 'dossier' AND reports.declared IS reports.figure
UNION ALL
SELECT
    iif(
        substr(official.date, 1, known.length) = substr(curated.date, 1, known.length), 'confirms', 'contradicts'
    ),
    official.bill_key, official.kind, official.date, 1, curated.date, dossier_entries.source_name,
    curated.origin, curated.source_url
FROM stages AS curated
JOIN dossier_entries ON dossier_entries.id = curated.dossier_entry_id
JOIN stages AS official
    ON official.bill_key = curated.bill_key AND official.kind = curated.kind AND official.origin <> 'dossier'
    AND official.withdrawn_at IS NULL
JOIN (SELECT 'day' AS precision, 10 AS length UNION ALL SELECT 'month', 7 UNION ALL SELECT 'year', 4) AS known
    ON known.precision = curated.date_precision
-- Steps of a kind that the bill has once: of several, none is the other's.
WHERE curated.withdrawn_at IS NULL AND curated.date IS NOT NULL AND official.date IS NOT NULL
    AND (
        SELECT count(*) = 2 FROM stages AS steps
        WHERE steps.bill_key = curated.bill_key AND steps.kind = curated.kind AND steps.withdrawn_at IS NULL
    )
UNION ALL
-- When a second chamber dealt with an act: its own page, and what the first chamber says of it. It agrees if
-- its day lies in a sitting that the page names.
SELECT
    iif(max(told.date BETWEEN own.date AND coalesce(sittings.end_date, own.date)), 'confirms', 'contradicts'),
    own.bill_key, own.kind, max(own.date), 1, told.date, response_sources.source_name, told.origin, told.source_url
FROM bill_counterparts
JOIN stages AS own
    ON own.bill_key = bill_counterparts.bill_key AND own.kind = 'second chamber'
    AND own.withdrawn_at IS NULL AND own.origin <> 'dossier'
JOIN stages AS told
    ON told.bill_key = bill_counterparts.counterpart_key AND told.kind = 'second chamber'
    AND told.withdrawn_at IS NULL AND told.origin <> 'dossier'
LEFT JOIN sittings ON sittings.key = own.sitting_key
LEFT JOIN response_sources ON response_sources.response_id = told.response_id
WHERE own.date IS NOT NULL AND told.date IS NOT NULL
GROUP BY own.bill_key, told.id
UNION ALL
SELECT kind, subject_key, field, official_value, is_official, other_value, other_place, origin, source_url
FROM treaty_discrepancies
