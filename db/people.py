"""Who is who: official identifiers become persons, labels become factions, both remembered for speed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from sqlite_utils import Database

from db.merging import part
from db.names import fold, key_for
from db.records import Faction, Membership, Person, PersonId
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of
from db.slugs import slugify

Mention = tuple[str, str, str, str]
"""How a source mentions a person: the scheme and the identifier, the family name and the given name."""


class Identity(NamedTuple):
    """An official identifier: the row of its person, and the id that is its own wherever its row is."""

    person_id: int
    own_id: int

    @property
    def table(self) -> str:
        """Where the row of this identifier is: among the persons, or set aside in favour of another."""
        return "persons" if self.person_id == self.own_id else "merged_persons"


class People:
    """Persons, their names as printed, and factions. A later answer finds what an earlier one made."""

    def __init__(self, db: Database, rows: Rows) -> None:
        """Identify people within this database."""
        self._connection = db.conn
        self._rows = rows
        self.known: dict[Mention, tuple[int, int]] = {}
        """The ids of persons and of their names as printed. Ballots look here before they ask."""
        self._factions: dict[tuple[str, str | None, str], int] = {}

    def forget(self) -> None:
        """Forget what is remembered: a transaction was rolled back, and its ids with it."""
        self.known.clear()
        self._factions.clear()

    def identify(self, mention: Mention, provenance: Provenance) -> tuple[int, int]:
        """The ids of the person and of the name under which the source mentions them."""
        if mention not in self.known:
            scheme, identifier, family_name, given_name = mention
            who = PersonId(
                scheme=scheme, identifier=identifier, family_name=family_name, given_name=given_name
            )
            identity = self._identify(who, provenance)
            self.known[mention] = identity.person_id, self._name_id(identity, who)
        return self.known[mention]

    def identity_of(self, who: PersonId, provenance: Provenance) -> Identity:
        """The person whom a source names by an official identifier, and what is that identifier's own."""
        self.identify((who.scheme, who.identifier, who.family_name, who.given_name), provenance)
        return self._identify(who, provenance)

    def store(self, person: Person, provenance: Provenance) -> None:
        """Store what a register says of a person, and where they sit."""
        who = self._identify(person.id, provenance)
        self._name_id(who, person.id)
        key = self.key_of(who.own_id)
        row: Row = {
            **_names(person.id, key),
            "birth_date": value_of(person.birth_date),
            "birth_year": _birth_year(person),
            "is_stated": 1,
        }
        if self._rows.put(who.table, row, provenance).is_accepted:
            self._store_memberships(who, key, person.memberships, provenance)

    def key_of(self, own_id: int) -> str:
        """The key that goes with an official identifier, also where its person has another row by now."""
        found = self._connection.execute(
            "SELECT key FROM persons WHERE id = ?1 UNION ALL SELECT key FROM merged_persons WHERE id = ?1",
            [own_id],
        ).fetchone()
        return str(found[0])

    def tell_apart(self, scheme: str, identifiers: Collection[str]) -> bool:
        """Undo the joins of people who turn out to vote side by side, and say whether there were any."""
        found = self._connection.execute(
            "SELECT person_id, own_id, identifier FROM person_identifiers WHERE scheme = ?", [scheme]
        ).fetchall()
        times = Counter(person_id for person_id, _, identifier in found if identifier in identifiers)
        joined = [own for person, own, _ in found if times[person] > 1 and own != person]
        for own_id in joined:
            part(self._connection, own_id)
        if joined:
            self.known.clear()
        return bool(joined)

    def faction(self, chamber: str, term: str | None, label: str, provenance: Provenance) -> int:
        """The id of the faction with this label, made if it is met for the first time."""
        name = (chamber, term, label)
        if name not in self._factions:
            self._factions[name] = self._rows.put("factions", _faction(chamber, term, label), provenance).id
        return self._factions[name]

    def store_faction(self, faction: Faction, provenance: Provenance) -> None:
        """Store what a source says of a faction."""
        row = {
            **_faction(faction.chamber, faction.term, faction.label),
            "name": faction.name,
            "name_sv": faction.name_sv,
            "member_count": faction.member_count,
        }
        if faction.is_mention:
            self._rows.fill("factions", row, provenance)
        else:
            self._rows.put("factions", {**row, "is_stated": 1}, provenance)

    def _identify(self, who: PersonId, provenance: Provenance) -> Identity:
        found = self._connection.execute(
            "SELECT person_id, own_id FROM person_identifiers WHERE scheme = ? AND identifier = ?",
            [who.scheme, who.identifier],
        ).fetchone()
        return Identity(*found) if found else self._introduce(who, provenance)

    def _introduce(self, who: PersonId, provenance: Provenance) -> Identity:
        key = key_for(who.scheme, who.identifier)
        if self._rows.find("persons", key) or self._rows.find("merged_persons", key):
            raise ContradictionError(f"{who.scheme} {who.identifier}: {key} is the key of another person")
        # An id stays reserved while its row is set aside.
        (own_id,) = self._connection.execute(
            "SELECT 1 + max((SELECT coalesce(max(id), 0) FROM persons),"
            " (SELECT coalesce(max(id), 0) FROM merged_persons))"
        ).fetchone()
        self._rows.put("persons", {"id": own_id, **_names(who, key), "is_stated": 0}, provenance)
        self._connection.execute(
            "INSERT INTO person_identifiers (scheme, identifier, person_id, own_id) VALUES (?, ?, ?, ?)",
            [who.scheme, who.identifier, own_id, own_id],
        )
        return Identity(own_id, own_id)

    def _name_id(self, who: Identity, printed: PersonId) -> int:
        name = [who.own_id, printed.family_name, printed.given_name]
        self._connection.execute(
            "INSERT OR IGNORE INTO person_names (own_id, family_name, given_name, person_id, folded_name)"
            " VALUES (?, ?, ?, ?, ?)",
            [*name, who.person_id, fold(printed.given_name, printed.family_name)],
        )
        found = self._connection.execute(
            "SELECT id FROM person_names WHERE own_id = ? AND family_name = ? AND given_name = ?", name
        ).fetchone()
        return int(found[0])

    def _store_memberships(
        self, who: Identity, person_key: str, memberships: tuple[Membership, ...], provenance: Provenance
    ) -> None:
        found: dict[str, Row] = {}
        for membership in memberships:
            row = self._membership(who, person_key, membership, provenance)
            key = str(row["key"])
            if found.setdefault(key, row) != row:
                raise ContradictionError(f"{key}: two memberships of one place and beginning")
            self._rows.put("memberships", row, provenance)
        self._rows.withdraw("memberships", {"own_id": who.own_id}, found, provenance)

    def _membership(
        self, who: Identity, person_key: str, membership: Membership, provenance: Provenance
    ) -> Row:
        place = membership.term or membership.chamber
        faction_id = None
        if membership.faction is not None:
            faction_id = self.faction(membership.chamber, membership.term, membership.faction, provenance)
            place = _faction_key(membership.chamber, membership.term, membership.faction)
        start = value_of(membership.start)
        return {
            "key": f"{person_key}-in-{place}" + (f"-{start}" if start else ""),
            "person_id": who.person_id,
            "own_id": who.own_id,
            "chamber": membership.chamber,
            "term": membership.term,
            "faction_id": faction_id,
            "start_date": start,
            "end_date": value_of(membership.end),
            "is_active": value_of(membership.is_active),
        }


def _birth_year(person: Person) -> int | None:
    return person.birth_date.year if person.birth_date else person.birth_year


def _names(who: PersonId, key: str) -> dict[str, Value]:
    return {
        "key": key,
        "name": f"{who.given_name} {who.family_name}",
        "family_name": who.family_name,
        "given_name": who.given_name,
    }


def _faction(chamber: str, term: str | None, label: str) -> dict[str, Value]:
    key = _faction_key(chamber, term, label)
    return {"key": key, "chamber": chamber, "term": term, "label": label, "is_stated": 0}


def _faction_key(chamber: str, term: str | None, label: str) -> str:
    return f"{term or chamber}-{slugify(label)}"
