"""One person, one row: after a run, the rows are brought to what is known of who is whom.

The outcome follows from what is stored and reviewed alone, so it is the same in whatever order the answers
came, and on a settled database nothing is written.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import combinations

from sqlite_utils import Database

from db.grouping import Group, Known, Merge, groups, merges
from db.identities import Entry, Pair, Reviewed, reviewed_identities
from db.merging import join, part
from db.rows import replace_rows

EVERYONE = """
SELECT
    person_identifiers.own_id, person_identifiers.person_id, person_identifiers.scheme, everyone.key,
    everyone.birth_date, everyone.is_stated, everyone.source_url,
    coalesce(responses.fetched_at, '') AS seen_at,
    (
        SELECT json_group_array(DISTINCT folded_name)
        FROM person_names WHERE person_names.own_id = person_identifiers.own_id
    ) AS names
FROM person_identifiers
JOIN (SELECT * FROM persons UNION ALL SELECT * FROM merged_persons) AS everyone
    ON everyone.id = person_identifiers.own_id
LEFT JOIN responses ON responses.id = everyone.response_id
"""

VOTES = """
SELECT vote_ballots.vote_id
FROM vote_ballots JOIN person_names ON person_names.id = vote_ballots.name_id
WHERE vote_ballots.person_id = ? AND person_names.own_id = ?
"""
"""The votes in which a person has a ballot under one of their identifiers."""


@dataclass(slots=True)
class _Rows:
    """Who is known, and which row stands for each now."""

    known: list[Known]
    person: dict[int, int]


def settle_identities(db: Database, reviewed: Reviewed | None = None) -> None:
    """Join the rows of one person, and take apart those of two, by registers and by the reviewed file.

    A writer that was made before must `forget` what it remembers: rows have moved.

    Raises:
        DossierError: The reviewed file cannot be taken in; nothing is stored.
    """
    reviewed = reviewed_identities() if reviewed is None else reviewed
    with db.atomic():
        _store_reviews(db, reviewed)
        rows = _rows(db)
        found = groups(rows.known, reviewed, lambda group: _is_clash(db, rows.person, group))
        _regroup(db, rows.person, found)
        _store_merges(db, [merge for group in found for merge in merges(group, reviewed)])


def _rows(db: Database) -> _Rows:
    rows = _Rows([], {})
    for row in list(db.query(EVERYONE)):
        rows.person[row["own_id"]] = row.pop("person_id")
        names = frozenset(json.loads(row.pop("names")))
        rows.known.append(Known(**{**row, "is_stated": bool(row["is_stated"]), "names": names}))
    return rows


def _is_clash(db: Database, person: dict[int, int], group: Group) -> bool:
    """Whether two of them have ballots in the same vote. Two who share a row already have not."""
    apart = [
        (one.own_id, other.own_id)
        for one, other in combinations(group, 2)
        if person[one.own_id] != person[other.own_id]
    ]
    sql = f"{VOTES} INTERSECT {VOTES}"
    return any(
        db.conn.execute(f"{sql} LIMIT 1", [person[one], one, person[other], other]).fetchone()
        for one, other in apart
    )


def _regroup(db: Database, person: dict[int, int], found: list[Group]) -> None:
    """Take apart first: a row that gives way must have nobody joined to it."""
    kept = {one.own_id: group[0].own_id for group in found for one in group}
    for own_id in sorted(kept):
        if person[own_id] not in {own_id, kept[own_id]}:
            part(db.conn, own_id)
            person[own_id] = own_id
    for own_id in sorted(kept):
        if person[own_id] != kept[own_id]:
            join(db.conn, own_id, kept[own_id])


def _store_merges(db: Database, found: list[Merge]) -> None:
    replace_rows(db, "person_merges", {(merge.merged_key,): asdict(merge) for merge in found})


def _store_reviews(db: Database, reviewed: Reviewed) -> None:
    pairs = ((1, reviewed.same), (0, reviewed.apart))
    rows = {
        pair: _review(pair, entry, is_same=is_same)
        for is_same, found in pairs
        for pair, entry in found.items()
    }
    replace_rows(db, "reviewed_identities", rows)


def _review(pair: Pair, entry: Entry, *, is_same: int) -> dict[str, str | int]:
    one, other = pair
    return {
        "one_key": one,
        "other_key": other,
        "is_same": is_same,
        "reason": entry.reason,
        "source_url": entry.source_url,
        "checked_by": entry.checked_by,
        "checked_on": entry.checked.isoformat(),
    }
