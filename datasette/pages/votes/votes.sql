SELECT * FROM (
    SELECT
        votes.*,
        row_number() OVER (
            PARTITION BY chamber ORDER BY date DESC, time DESC, number DESC
        ) AS place
    FROM votes
)
WHERE place <= 25
ORDER BY chamber, place
