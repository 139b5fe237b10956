"""Ten million ballots of five invented chambers, put straight into the tables. Nobody in it exists."""

from dataclasses import dataclass

from db.records import Chamber, Country, Term
from db.writer import Writer

BALLOTS = 10_000_000
FACTIONS, VOTES_A_SITTING, VOTES_A_BILL = 8, 15, 5


@dataclass(frozen=True)
class Size:
    """A chamber by its key and the number of its members."""

    key: str
    members: int


CHAMBERS = (Size("za-a", 460), Size("zb-b", 199), Size("zc-c", 101), Size("zd-d", 100), Size("ze-e", 141))
"""As large as the five whose votes are followed."""

PEOPLE = """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :members)
INSERT INTO persons (
    id, key, name, family_name, given_name, is_stated, origin, source_url, dossier_entry_id
)
SELECT :before + n, :chamber || '-' || n, printf('Member %03d', n), printf('%03d', n), 'Member', 1, 'dossier',
    '-', 1
FROM numbers
"""

NAMES = """
INSERT INTO person_names (id, person_id, own_id, family_name, given_name, folded_name)
SELECT id, id, id, family_name, given_name, family_name FROM persons WHERE id > :before
"""

SIDES = """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :factions)
INSERT INTO factions (key, chamber, term, label, is_stated, origin, source_url, dossier_entry_id)
SELECT :term || '-' || n, :chamber, :term, 'Side ' || n, 1, 'dossier', '-', 1 FROM numbers
"""

LABELS = """
INSERT INTO ballot_labels (chamber, label, option, basis)
VALUES (:chamber, 'Aye', 'yes', 'stated'), (:chamber, 'Nay', 'no', 'stated'),
    (:chamber, 'Blank', 'abstain', 'stated'),
    (:chamber, 'Here', 'present_not_voting', 'stated'), (:chamber, 'Away', 'absent', 'stated')
"""

VOTES = """
WITH RECURSIVE numbers (n) AS (SELECT :first UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
INSERT INTO votes (
    key, chamber, term, number, date, title, is_final, is_annulled, meaning_of_yes, method, ballots_status,
    counted_yes, counted_no, counted_abstain, counted_present_not_voting, counted_absent, origin, source_url,
    dossier_entry_id
)
SELECT :term || '-' || n, :chamber, :term, n, date('2021-01-01', (n / :a_sitting) || ' days'), 'De nihilo',
    n % :a_bill = 0, 0, iif(n % :a_bill = 0, 'for the bill', 'for the amendment'), 'electronic', 'published',
    0, 0, 0, 0, 0, 'dossier', '-', 1
FROM numbers
"""

CAST = """
WITH sides AS (
    SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM factions WHERE chamber = :chamber
),
labels AS (SELECT min(id) AS first FROM ballot_labels WHERE chamber = :chamber)
INSERT INTO vote_ballots (vote_id, person_id, name_id, faction_id, label_id)
SELECT
    votes.id, persons.id, persons.id, sides.id,
    labels.first + CASE
        -- Three of four do as their side does in this vote, which yes and no take about in turns.
        WHEN (votes.id * 7919 + persons.id * 104729 + votes.id * persons.id * 31) % 100 < 75
            THEN ((votes.id * 31 + sides.place * 17 + votes.id * sides.place) % 7) > 3
        ELSE (votes.id * 13 + persons.id * 7 + votes.id * persons.id) % 5
    END
FROM votes
CROSS JOIN persons ON persons.id BETWEEN :before + 1 AND :before + :members
JOIN sides ON sides.place = persons.id % :factions
CROSS JOIN labels
WHERE votes.chamber = :chamber AND votes.number BETWEEN :first AND :last
ORDER BY votes.id, persons.id
"""

PENDING = """
INSERT OR IGNORE INTO measure_pending
SELECT 'vote', id FROM votes WHERE chamber = :chamber AND number BETWEEN :first AND :last
"""


def fill(db, ballots=BALLOTS):
    """Put at least as many ballots into an empty database, a fifth of them in each chamber."""
    db.conn.execute("INSERT INTO dossier_entries VALUES (1, 'invented', '-', '-', 'unverified', NULL)")
    Writer(db).register(_reference())
    before = 0
    for size in CHAMBERS:
        values = _values(size, before)
        for sql in (PEOPLE, NAMES, SIDES, LABELS):
            _run(db, sql, values)
        hold(db, size, before, 1, -(-ballots // len(CHAMBERS) // size.members))
        before += size.members


def hold(db, size, before, first, last):
    """Let a chamber hold the votes of these numbers; `before` members sit in those before it."""
    values = {**_values(size, before), "first": first, "last": last}
    _run(db, VOTES, values)
    _run(db, CAST, values)
    _run(db, PENDING, values)


def _run(db, sql, values):
    db.conn.execute(sql, values)


def _values(size, before):
    return {
        "chamber": size.key,
        "term": f"{size.key}-1",
        "members": size.members,
        "before": before,
        "factions": FACTIONS,
        "a_sitting": VOTES_A_SITTING,
        "a_bill": VOTES_A_BILL,
    }


def _reference():
    for size in CHAMBERS:
        country, name = size.key[:2], size.key
        yield Country(key=country, name=country)
        yield Chamber(
            key=size.key, country=country, name=name, name_en=name, seats=size.members, timezone="UTC"
        )
        yield Term(key=f"{size.key}-1", chamber=size.key, label="1")
