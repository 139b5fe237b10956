"""Who spoke, where the source prints only a name; and which bill a turn was about.

Both are worked out from the rows alone, once a run has stored what it found, so that the result is the same
in whatever order the answers came. A name that fits nobody, or two people, is left open.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlite_utils import Database

from db.records.words import SpeakerMethod

HYPHENS = re.compile(r"[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]")
"""What joins the parts of a name. Sources print a blank or a hyphen in the same name, as it comes."""

MENTIONS = """
SELECT DISTINCT chamber, date, family_name, coalesce(given_name, ''),
    CASE faction_basis WHEN 'stated' THEN faction END, capacity
FROM speeches
WHERE family_name IS NOT NULL AND date IS NOT NULL AND person_method IS NOT 'identifier'
"""

IDENTIFIED = """
SELECT DISTINCT chamber, date, family_name, given_name, capacity, person_id
FROM speeches
WHERE person_method = 'identifier' AND date IS NOT NULL
    AND family_name IS NOT NULL AND given_name <> '' AND given_name NOT LIKE '%.%'
"""
"""Whom the source identifies, by the name and the capacity in which they speak on a day."""

SEATS = """
SELECT memberships.chamber, memberships.person_id, factions.label,
    coalesce(memberships.start_date, ''), coalesce(memberships.end_date, '9999-12-31')
FROM memberships LEFT JOIN factions ON factions.id = memberships.faction_id
WHERE memberships.withdrawn_at IS NULL
"""

OFFICES = """
SELECT chambers.key, offices.person_id, coalesce(offices.start_date, ''),
    CASE offices.end_precision
        WHEN 'month' THEN date(offices.end_date, 'start of month', '+1 month', '-1 day')
        WHEN 'year' THEN date(offices.end_date, 'start of year', '+1 year', '-1 day')
        ELSE coalesce(offices.end_date, '9999-12-31')
    END
FROM offices JOIN chambers ON chambers.country = offices.country
"""

RESOLVE = """
UPDATE speeches INDEXED BY speeches_by_day
SET person_id = :person, person_method = :method, person_confidence = :confidence
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


class Mention(NamedTuple):
    """A name that is printed with turns of a day."""

    chamber: str
    date: str
    family: str
    given: str
    faction: str | None
    """Where it is printed beside the name."""
    capacity: str | None

    @property
    def name(self) -> tuple[str, str]:
        """The family name and the given name, folded."""
        return fold(self.family), fold(self.given)


@dataclass(slots=True)
class Known:
    """Everybody who may be meant by a name."""

    candidates: dict[tuple[str, str], list[Candidate]]
    """By chamber and folded family name."""
    identified: dict[tuple[str, str, tuple[str, str], str | None], set[int]]
    """Whom the source itself identifies in other turns, by chamber, day, folded name and capacity."""


Found = tuple[int | None, SpeakerMethod | None, str | None]
"""The person, by which method, and how sure that is."""

NOBODY: Found = (None, None, None)


def settle_speeches(db: Database) -> None:
    """Find out who spoke, for which faction and about which bill. On settled rows it writes nothing."""
    mentions = [Mention(*row) for row in db.conn.execute(MENTIONS).fetchall()]
    known = _known(db) if mentions else Known({}, {})
    for mention in mentions:
        person, method, confidence = _find(known, mention)
        found = {"person": person, "method": method, "confidence": confidence}
        db.conn.execute(RESOLVE, {**mention._asdict(), **found})
    db.conn.execute(NAME_THE_BILL)
    db.conn.execute(DERIVE_FACTION)


def fits(printed: str, name: str) -> bool:
    """Whether a printed given name, in full or as initials, can stand for a name in full. Both are folded."""
    wanted, parts = printed.replace(".", ". ").split(), name.split()
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
    """A name as names are compared: composed, without case, with single blanks for blanks and hyphens."""
    return " ".join(HYPHENS.sub(" ", unicodedata.normalize("NFC", name).casefold()).split())


def _find(known: Known, mention: Mention) -> Found:
    (family, given), day = mention.name, mention.date
    candidates = known.candidates.get((mention.chamber, family), [])
    named = [found for found in candidates if found.is_called(family, given)]
    sure = "medium" if given.endswith(".") else "high"
    members = [candidate for candidate in named if candidate.sat(day)]
    if len(members) > 1:
        return _by_faction(members, day, mention.faction)
    if members:
        return members[0].person, "name", sure
    holders = [candidate for candidate in named if candidate.held_office(day)]
    if holders:
        return (holders[0].person, "name and office", sure) if len(holders) == 1 else NOBODY
    return _by_other_turns(known, mention)


def _by_other_turns(known: Known, mention: Mention) -> Found:
    """Whom the source identifies on the same day, in the same capacity and under the same full name."""
    key = (mention.chamber, mention.date, mention.name, mention.capacity)
    found = known.identified.get(key, set())
    method: SpeakerMethod = "name and office" if mention.capacity == "minister" else "name"
    return (min(found), method, "high") if len(found) == 1 else NOBODY


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
    candidates = defaultdict(list)
    for (chamber, _), candidate in found.items():
        for family in _families(candidate):
            candidates[chamber, family].append(candidate)
    return Known(candidates, _identified(db))


def _identified(db: Database) -> dict[tuple[str, str, tuple[str, str], str | None], set[int]]:
    found = defaultdict(set)
    for chamber, day, family, given, capacity, person in db.conn.execute(IDENTIFIED):
        found[chamber, day, (fold(family), fold(given)), capacity].add(person)
    return found


def _candidate(
    found: dict[tuple[str, int], Candidate], chamber: str, person: int, names: dict[int, set[tuple[str, str]]]
) -> Candidate:
    return found.setdefault((chamber, person), Candidate(person, names[person]))


def _families(candidate: Candidate) -> Iterator[str]:
    yield from sorted({family for family, _ in candidate.names})
