-- A place for each vote between two numbers that has ballots and no place yet; the measured ones are numbered
-- within their term.
INSERT INTO vote_places (vote_id, term_id, place)
WITH found AS (
    SELECT
        votes.id AS vote_id,
        measured_terms.id AS term_id,
        measured_votes.vote_id IS NOT NULL AS is_measured
    FROM measure_pending
    JOIN votes ON votes.id = measure_pending.subject_id
    JOIN measured_terms ON measured_terms.term = votes.term
    LEFT JOIN measured_votes ON measured_votes.vote_id = votes.id
    WHERE measure_pending.kind = 'vote' AND measure_pending.subject_id BETWEEN :first AND :last
        AND EXISTS (SELECT 1 FROM vote_options WHERE vote_options.vote_id = votes.id)
        AND NOT EXISTS (SELECT 1 FROM vote_places WHERE vote_places.vote_id = votes.id)
)
SELECT
    vote_id,
    term_id,
    CASE WHEN is_measured THEN
        (SELECT coalesce(max(place) + 1, 0) FROM vote_places WHERE vote_places.term_id = found.term_id)
        + row_number() OVER (PARTITION BY term_id, is_measured ORDER BY vote_id) - 1
    END
FROM found
