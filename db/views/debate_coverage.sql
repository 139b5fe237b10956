CREATE VIEW debate_coverage AS
SELECT
    bills.key AS bill_key,
    count(DISTINCT CASE WHEN parts.turns > 0 THEN parts.sitting_key END) AS sittings,
    count(parts.part_key) AS parts,
    coalesce(sum(parts.turns), 0) AS turns,
    coalesce(sum(parts.turns_with_text), 0) AS turns_with_text,
    -- Known of the whole only where it is known of every part.
    CASE WHEN count(parts.part_key) = count(parts.turns_known) THEN sum(parts.turns_known) END AS turns_known,
    group_concat(
        CASE WHEN parts.turns = 0 OR parts.turns < parts.turns_known OR parts.turns_with_text < parts.turns THEN
            coalesce(parts.date || ': ', '') || parts.title || ' (' || parts.turns
            || coalesce(' of ' || parts.turns_known, '') || ' turns here, ' || parts.turns_with_text
            || ' with their words)'
        END,
        '; '
    ) AS parts_missing,
    bills.origin AS origin,
    bills.source_url AS source_url
FROM bills LEFT JOIN debate_parts AS parts ON parts.bill_key = bills.key
GROUP BY bills.key
