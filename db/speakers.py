"""Who spoke, where the source prints only a name; and which bill a turn was about.

Both are worked out from the rows alone, once a run has stored what it found, so that the result is the same
in whatever order the answers came. A name that fits nobody, or two people, is left open.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from db.records.words import SpeakerMethod

MENTIONS = """
SELECT DISTINCT chamber, date, family_name, coalesce(given_name, ''),
    CASE faction_basis WHEN 'stated' THEN faction END, capacity
FROM speeches
WHERE family_name IS NOT NULL AND person_method IS NOT 'identifier'
"""

SEATS = """
SELECT memberships.chamber, memberships.person_id, factions.label,
    coalesce(memberships.start_date, ''), coalesce(memberships.end_date, '9999-12-31')
FROM memberships LEFT JOIN factions ON factions.id = memberships.faction_id
WHERE memberships.withdrawn_at IS NULL
"""

OFFICES = """
SELECT chambers.key, offices.person_id, coalesce(offices.start_date, ''),
    coalesce(offices.end_date, '9999-12-31')
FROM offices JOIN chambers ON chambers.country = offices.country
"""

RESOLVE = """
UPDATE speeches SET person_id = :person, person_method = :method, person_confidence = :confidence
WHERE chamber = :chamber AND date = :date AND family_name = :family AND coalesce(given_name, '') = :given
    AND CASE faction_basis WHEN 'stated' THEN faction END IS :faction AND capacity IS :capacity
    AND person_method IS NOT 'identifier'
    AND (person_id IS NOT :person OR person_method IS NOT :method OR person_confidence IS NOT :confidence)
"""

NAME_THE_BILL = """
UPDATE speeches SET bill_key = named.bill_key
FROM (
    SELECT agenda_items.key AS item_key,
        CASE count(item_bills.bill_key) WHEN 1 THEN min(item_bills.bill_key) END AS bill_key
    FROM agenda_items LEFT JOIN item_bills ON item_bills.item_key = agenda_items.key
    GROUP BY agenda_items.key
) AS named
WHERE speeches.item_key = named.item_key AND speeches.bill_key IS NOT named.bill_key
"""

DERIVE_FACTION = """
UPDATE speeches
SET faction = derived.label, faction_basis = CASE WHEN derived.label IS NOT NULL THEN 'derived' END
FROM (
    SELECT speeches.id AS speech_id,
        CASE count(DISTINCT factions.label) WHEN 1 THEN min(factions.label) END AS label
    FROM speeches
    LEFT JOIN memberships
        ON memberships.person_id = speeches.person_id AND memberships.chamber = speeches.chamber
        AND memberships.withdrawn_at IS NULL AND memberships.faction_id IS NOT NULL
        AND memberships.start_date <= speeches.date
        AND (memberships.end_date IS NULL OR memberships.end_date > speeches.date)
    LEFT JOIN factions ON factions.id = memberships.faction_id
    WHERE speeches.faction_basis IS NOT 'stated'
    GROUP BY speeches.id
) AS derived
WHERE speeches.id = derived.speech_id AND speeches.faction IS NOT derived.label
"""


@dataclass(slots=True)
class Candidate:
    """Somebody who may speak in a chamber: under which names, and where they sat from day to day."""

    person: int
    names: set[tuple[str, str]]
    seats: list[tuple[str | None, str, str]] = field(default_factory=list)
    posts: list[tuple[str, str]] = field(default_factory=list)

    def is_called(self, family: str, given: str) -> bool:
        """Whether a printed name, folded, can stand for one of their names."""
        return any(fits(given, other) for surname, other in self.names if surname == family)

    def sat(self, day: str, faction: str | None = None) -> bool:
        """Whether they had a seat on this day, and in this faction if one is named."""
        return any(
            start <= day <= end and (faction is None or label == faction) for label, start, end in self.seats
        )

    def held_office(self, day: str) -> bool:
        """Whether they held an office of the state on this day."""
        return any(start <= day <= end for start, end in self.posts)


Known = dict[tuple[str, str], list[Candidate]]
"""Candidates by chamber and folded family name."""

Found = tuple[int | None, SpeakerMethod | None, str | None]
"""The person, by which method, and how sure that is."""

NOBODY: Found = (None, None, None)


def settle_speeches(db: Database) -> None:
    """Find out who spoke, for which faction and about which bill. On settled rows it writes nothing."""
    mentions = db.conn.execute(MENTIONS).fetchall()
    known = _known(db) if mentions else {}
    for chamber, date, family, given, faction, capacity in mentions:
        person, method, confidence = _find(known, chamber, date, (family, given), faction)
        db.conn.execute(
            RESOLVE,
            {
                "person": person,
                "method": method,
                "confidence": confidence,
                "chamber": chamber,
                "date": date,
                "family": family,
                "given": given,
                "faction": faction,
                "capacity": capacity,
            },
        )
    db.conn.execute(NAME_THE_BILL)
    db.conn.execute(DERIVE_FACTION)


def fits(printed: str, name: str) -> bool:
    """Whether a printed given name, in full or as initials, can stand for a name in full. Both are folded."""
    wanted, parts = printed.replace("-", " ").replace(".", ". ").split(), name.replace("-", " ").split()
    if printed == name:
        return True
    initials = [part.rstrip(".") for part in wanted]
    return (
        bool(wanted)
        and all(part.endswith(".") for part in wanted)
        and len(initials) <= len(parts)
        and all(part.startswith(initial) for initial, part in zip(initials, parts, strict=False))
    )


def fold(name: str) -> str:
    """A name as names are compared: composed, without case, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _find(known: Known, chamber: str, day: str, name: tuple[str, str], faction: str | None) -> Found:
    family, given = map(fold, name)
    named = [found for found in known.get((chamber, family), []) if found.is_called(family, given)]
    sure = "medium" if given.endswith(".") else "high"
    members = [candidate for candidate in named if candidate.sat(day)]
    if len(members) > 1:
        return _by_faction(members, day, faction)
    if members:
        return members[0].person, "name", sure
    holders = [candidate for candidate in named if candidate.held_office(day)]
    return (holders[0].person, "name and office", sure) if len(holders) == 1 else NOBODY


def _by_faction(members: list[Candidate], day: str, faction: str | None) -> Found:
    found = [] if faction is None else [member for member in members if member.sat(day, faction)]
    return (found[0].person, "name and faction", "high") if len(found) == 1 else NOBODY


def _known(db: Database) -> Known:
    names = defaultdict(set)
    for person, family, given in db.conn.execute(
        "SELECT person_id, family_name, given_name FROM person_names"
        " UNION SELECT id, family_name, given_name FROM persons"
    ):
        names[person].add((fold(family), fold(given)))
    found: dict[tuple[str, int], Candidate] = {}
    for chamber, person, label, start, end in db.conn.execute(SEATS):
        _candidate(found, chamber, person, names).seats.append((label, start, end))
    for chamber, person, start, end in db.conn.execute(OFFICES):
        _candidate(found, chamber, person, names).posts.append((start, end))
    known: Known = defaultdict(list)
    for (chamber, _), candidate in found.items():
        for family in _families(candidate):
            known[chamber, family].append(candidate)
    return known


def _candidate(
    found: dict[tuple[str, int], Candidate], chamber: str, person: int, names: dict[int, set[tuple[str, str]]]
) -> Candidate:
    return found.setdefault((chamber, person), Candidate(person, names[person]))


def _families(candidate: Candidate) -> Iterator[str]:
    yield from sorted({family for family, _ in candidate.names})
