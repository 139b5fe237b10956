-- How often every two members of a term cast the same ballot, over its first thousand votes; for DuckDB over the
-- Parquet files. A member is three strings of bits, one bit a vote: of 460 members that is 105,570 pairs at once.
WITH places AS (
    SELECT key, row_number() OVER (ORDER BY number) - 1 AS place
    FROM votes
    WHERE term = 'pl-sejm-10' AND ballots_status = 'published'
    ORDER BY number
    LIMIT 1000
),
cast_ballots AS (
    SELECT ballots.person_key, ballots.option, places.place
    FROM ballots
    JOIN places ON places.key = ballots.vote_key
    WHERE ballots.term = 'pl-sejm-10' AND ballots.withdrawn_at IS NULL
),
members AS (
    SELECT person_key,
        coalesce(bitstring_agg(place, 0, 999) FILTER (WHERE option = 'yes'), bitstring('0', 1000)) AS yes,
        coalesce(bitstring_agg(place, 0, 999) FILTER (WHERE option = 'no'), bitstring('0', 1000)) AS no,
        coalesce(bitstring_agg(place, 0, 999) FILTER (WHERE option = 'abstain'), bitstring('0', 1000)) AS abstain
    FROM cast_ballots
    GROUP BY person_key
),
pairs AS (
    SELECT one.person_key AS one, other.person_key AS other,
        bit_count((one.yes | one.no | one.abstain) & (other.yes | other.no | other.abstain)) AS votes,
        bit_count((one.yes & other.yes) | (one.no & other.no) | (one.abstain & other.abstain)) AS same
    FROM members AS one
    JOIN members AS other ON other.person_key > one.person_key
)
SELECT one, other, votes, same FROM pairs WHERE votes > 0 ORDER BY one, other
