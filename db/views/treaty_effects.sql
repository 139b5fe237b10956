CREATE VIEW treaty_effects AS
SELECT
    told.*,
    CASE
        WHEN told.action IN (
            'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal confirmation',
            'consent to be bound'
        ) THEN 'joining'
        ELSE told.action
    END AS class,
    CASE told.date_precision
        WHEN 'month' THEN date(told.date, 'start of month', '+1 month', '-1 day')
        WHEN 'year' THEN date(told.date, 'start of year', '+1 year', '-1 day')
        ELSE told.date
    END AS latest,
    told.source_url LIKE 'https://treaties.un.org/%' AS is_official,
    CASE
        WHEN told.date_precision <> 'day' THEN NULL
        WHEN told.action = 'withdrawal' THEN min(
            -- The same day of a later month, or the last day of that month where it is shorter.
            date(
                told.date, 'start of month', printf('+%d months', treaties.withdrawal_months),
                printf('+%d days', substr(told.date, 9) - 1)
            ),
            date(
                told.date, 'start of month', printf('+%d months', treaties.withdrawal_months + 1), '-1 day'
            )
        )
        WHEN told.action = 'succession' THEN told.date
        WHEN told.action NOT IN (
            'ratification', 'acceptance', 'approval', 'accession', 'formal confirmation', 'consent to be bound',
            'joining'
        ) THEN NULL
        WHEN treaties.joining_from = 'first of month' THEN max(
            treaties.in_force_on,
            date(told.date, 'start of month', printf('+%d months', treaties.joining_months))
        )
        ELSE max(
            treaties.in_force_on,
            min(
                date(
                    told.date, 'start of month', printf('+%d months', treaties.joining_months),
                    printf('+%d days', substr(told.date, 9) - 1)
                ),
                date(
                    told.date, 'start of month', printf('+%d months', treaties.joining_months + 1), '-1 day'
                )
            )
        )
    END AS computed_effect
FROM told_actions AS told
JOIN treaties ON treaties.key = told.treaty
