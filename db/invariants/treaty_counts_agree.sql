-- severity: warning
-- explains: A page lists as many parties as it says there are, and the status that we compute gives as many on the day it was read.
SELECT
    subject_key,
    printf('%s, %s: %d parties stated, %d counted', other_place, field, official_value, other_value) AS message
FROM treaty_discrepancies
WHERE kind = 'parties'
UNION ALL
SELECT
    counts.treaty,
    printf(
        '%s, %s: %d parties stated, %d by the actions',
        counts.place, counts.read_on, counts.parties, computed.parties
    )
FROM treaty_counts AS counts
JOIN (
    -- The depositary counts who has deposited, also before it takes effect.
    SELECT
        counts.id,
        sum(standing.status LIKE 'party%') + (
            SELECT count(*) FROM treaty_actions AS joining
            WHERE joining.treaty = counts.treaty AND joining.class = 'joining' AND joining.counts
                AND joining.date <= counts.read_on AND counts.read_on < joining.effect_date
        ) AS parties
    FROM treaty_counts AS counts
    JOIN treaty_status AS standing
        ON standing.treaty = counts.treaty AND standing.since <= counts.read_on
        AND (standing.until IS NULL OR counts.read_on < standing.until)
    WHERE EXISTS (
        SELECT 1 FROM treaty_participants AS printed
        WHERE printed.treaty = counts.treaty AND printed.place = counts.place
    )
    GROUP BY counts.id
) AS computed ON computed.id = counts.id
WHERE counts.parties <> computed.parties
    AND counts.read_on = (
        SELECT max(later.read_on) FROM treaty_counts AS later
        WHERE later.treaty = counts.treaty AND later.place = counts.place
    )
