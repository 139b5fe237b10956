SELECT page FROM (
    SELECT 0 AS rank, column1 AS page FROM (
        VALUES ('/'), ('/claims'), ('/states'), ('/votes'), ('/bills'), ('/statements'), ('/abstentions'),
        ('/compare'), ('/data'), ('/freshness'), ('/corrections'), ('/methodology'), ('/feeds')
    )
    UNION ALL SELECT 1, '/claims/' || number FROM claims
    UNION ALL SELECT 1, '/treaties/' || key FROM treaties
    UNION ALL SELECT DISTINCT 1, '/states/' || state FROM timeline WHERE state IS NOT NULL
    UNION ALL SELECT 1 + (NOT is_tracked), '/bills/' || key FROM bills
    UNION ALL SELECT 2, '/statements/' || key FROM statements
    UNION ALL SELECT 2, '/factions/' || key FROM factions
    UNION ALL SELECT 2, '/debates/' || sitting_key FROM (SELECT DISTINCT sitting_key FROM speeches)
    UNION ALL SELECT 3, '/votes/' || key FROM votes
    UNION ALL SELECT 4, '/people/' || key FROM persons
)
ORDER BY rank, page
-- The most that one map may hold.
LIMIT 50000
