SELECT
    latest.*,
    EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = latest.id) AS is_on_list
FROM (
    SELECT
        votes.*,
        row_number() OVER (
            PARTITION BY chamber ORDER BY date DESC, time DESC, number DESC
        ) AS place
    FROM votes
) AS latest
WHERE place <= 25
ORDER BY chamber, place
