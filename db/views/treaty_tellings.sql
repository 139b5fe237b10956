CREATE VIEW treaty_tellings AS
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
    coalesce(
        dossier_entries.confidence,
        iif(told.source_url LIKE 'https://treaties.un.org/%', 'official', 'single source')
    ) AS confidence,
    coalesce(dossier_entries.source_name, told.place) AS told_by,
    coalesce(told.note, dossier_entries.note) AS remark,
    treaties.withdrawal_months AS months,
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
            'ratification', 'acceptance', 'approval', 'accession', 'formal confirmation', 'consent to be bound'
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
    END AS computed_effect,
    CASE
        WHEN told.action = 'withdrawal' THEN treaties.withdrawal_rule
        WHEN told.action = 'succession' THEN 'succession: on the day of its notification, where no other is stated'
        ELSE treaties.joining_rule
    END AS effect_rule
FROM told_actions AS told
JOIN treaties ON treaties.key = told.treaty
LEFT JOIN dossier_entries ON dossier_entries.id = told.dossier_entry_id
