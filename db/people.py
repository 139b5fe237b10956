"""Who is who: official identifiers become persons, labels become factions, both remembered for speed."""

from __future__ import annotations

from sqlite_utils import Database

from db.records import Faction, Membership, Person, PersonId
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of
from db.slugs import slugify

Mention = tuple[str, str, str, str]
"""How a source mentions a person: the scheme and the identifier, the family name and the given name."""


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
            self.known[mention] = self._identify(who, provenance)
        return self.known[mention]

    def store(self, person: Person, provenance: Provenance) -> None:
        """Store what a register says of a person, and where they sit."""
        person_id, _ = self._identify(person.id, provenance)
        key = self._key_of(person_id)
        row: Row = {
            **_names(person.id, key),
            "birth_date": value_of(person.birth_date),
            "birth_year": _birth_year(person),
            "is_stated": 1,
        }
        if self._rows.put("persons", row, provenance).is_accepted:
            self._store_memberships(person_id, key, person.memberships, provenance)

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

    def _identify(self, who: PersonId, provenance: Provenance) -> tuple[int, int]:
        found = self._connection.execute(
            "SELECT person_id FROM person_identifiers WHERE scheme = ? AND identifier = ?",
            [who.scheme, who.identifier],
        ).fetchone()
        person_id = found[0] if found else self._introduce(who, provenance)
        return person_id, self._name_id(person_id, who)

    def _introduce(self, who: PersonId, provenance: Provenance) -> int:
        row = {**_names(who, slugify(f"{who.scheme}-{who.identifier}")), "is_stated": 0}
        person = self._rows.put("persons", row, provenance)
        if not person.is_new:
            raise ContradictionError(
                f"{who.scheme} {who.identifier}: {row['key']} is the key of another person"
            )
        self._connection.execute(
            "INSERT INTO person_identifiers (scheme, identifier, person_id) VALUES (?, ?, ?)",
            [who.scheme, who.identifier, person.id],
        )
        return person.id

    def _name_id(self, person_id: int, who: PersonId) -> int:
        name = [person_id, who.family_name, who.given_name]
        self._connection.execute(
            "INSERT OR IGNORE INTO person_names (person_id, family_name, given_name) VALUES (?, ?, ?)", name
        )
        found = self._connection.execute(
            "SELECT id FROM person_names WHERE person_id = ? AND family_name = ? AND given_name = ?", name
        ).fetchone()
        return int(found[0])

    def _key_of(self, person_id: int) -> str:
        found = self._connection.execute("SELECT key FROM persons WHERE id = ?", [person_id]).fetchone()
        return str(found[0])

    def _store_memberships(
        self, person_id: int, person_key: str, memberships: tuple[Membership, ...], provenance: Provenance
    ) -> None:
        found: dict[str, Row] = {}
        for membership in memberships:
            row = self._membership(person_id, person_key, membership, provenance)
            key = str(row["key"])
            if found.setdefault(key, row) != row:
                raise ContradictionError(f"{key}: two memberships of one place and beginning")
            self._rows.put("memberships", row, provenance)
        self._rows.withdraw("memberships", {"person_id": person_id}, found, provenance)

    def _membership(
        self, person_id: int, person_key: str, membership: Membership, provenance: Provenance
    ) -> Row:
        place = membership.term or membership.chamber
        faction_id = None
        if membership.faction is not None:
            faction_id = self.faction(membership.chamber, membership.term, membership.faction, provenance)
            place = _faction_key(membership.chamber, membership.term, membership.faction)
        start = value_of(membership.start)
        return {
            "key": f"{person_key}-in-{place}" + (f"-{start}" if start else ""),
            "person_id": person_id,
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
