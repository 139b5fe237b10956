CREATE VIEW side_splits AS
-- Government and opposition as a source itself divides a vote; nobody is put on a side by us.
WITH sides AS (
    SELECT
        vote_key,
        label,
        CASE label
            WHEN 'Hallitusryhmät' THEN 'government'
            WHEN 'Oppositioryhmät' THEN 'opposition'
        END AS side,
        yes, no, abstain, absent,
        yes + no + abstain AS voted,
        max(yes, no, abstain) AS most,
        origin,
        source_url
    FROM vote_breakdowns
    WHERE kind = 'side' AND withdrawn_at IS NULL
)
SELECT
    vote_key,
    side,
    label,
    yes,
    no,
    abstain,
    absent,
    CASE WHEN voted >= 3 AND 2 * most > voted THEN
        CASE most WHEN yes THEN 'yes' WHEN no THEN 'no' ELSE 'abstain' END
    END AS line,
    CASE WHEN voted >= 3 AND 2 * most > voted THEN voted - most END AS against,
    CASE WHEN voted >= 3 THEN (3.0 * most - voted) / (2 * voted) END AS agreement_index,
    origin,
    source_url
FROM sides
