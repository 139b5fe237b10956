"""The ballots of a vote: the one big table, written with prepared statements and small integers only."""

from __future__ import annotations

from sqlite_utils import Database

from db.people import People
from db.records import Roll, RollPart, Vote
from db.rows import ContradictionError, Provenance, Rows, Value

AnyRoll = Vote | Roll | RollPart
"""What holds ballots."""

Roster = tuple[int, str, int | None]
"""The id and the key of a vote, and which part of its ballots is meant: None where they come in one."""

Cast = tuple[int, int | None, int]
"""The ids of the name as printed, the faction and the label."""

REPORTED = "-reported"
"""How a scheme ends by which people are known from reports only: their identifier is the name as printed."""

Label = tuple[str, str, str, str | None]
"""The source's word, the option it comes to, on what basis, and by which rule."""

Ids = tuple[int | None, ...]
"""A cast as the database gives it back."""

DESCRIBE = """
SELECT
    ballot_labels.label || coalesce(' (' || factions.label || ')', '') AS ballot,
    person_names.given_name || ' ' || person_names.family_name AS name,
    ballot_labels.option || coalesce(', ' || ballot_labels.rule, '') AS reading
FROM person_names
LEFT JOIN factions ON factions.id = ?2
JOIN ballot_labels ON ballot_labels.id = ?3
WHERE person_names.id = ?1
"""
"""The words for a cast, by its three ids."""

INSERT = (
    "INSERT INTO vote_ballots (vote_id, person_id, name_id, faction_id, label_id, part)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)

PENDING = "INSERT OR IGNORE INTO measure_pending VALUES ('vote', ?)"
"""A vote with new ballots waits to be summed up. Triggers see to it where stored ones change."""

STORED = """
SELECT person_id, name_id, faction_id, coalesce(refines, label_id), withdrawn_at
FROM vote_ballots JOIN ballot_labels ON ballot_labels.id = label_id
WHERE vote_id = ?1 AND (?2 IS NULL OR part = ?2 OR withdrawn_at IS NOT NULL)
"""
"""The ballots that an answer is compared with: all, or those of its part and any that was withdrawn."""

PARTS = "SELECT person_id, part, withdrawn_at IS NULL FROM vote_ballots WHERE vote_id = ?"
"""In which part each ballot came, and whether it stands."""

CHOICES = {
    "vote_choices": (
        "SELECT CAST(number AS TEXT), label, votes FROM vote_choices WHERE vote_id = ?",
        "INSERT OR REPLACE INTO vote_choices (vote_id, number, label, votes) VALUES (?, ?, ?, ?)",
    ),
    "ballot_choices": (
        "SELECT person_id || '/' || number, option FROM ballot_choices WHERE vote_id = ?",
        "INSERT OR REPLACE INTO ballot_choices (vote_id, person_id, number, option) VALUES (?, ?, ?, ?)",
    ),
}
"""How the rows of a list vote are read and written, by table."""


class Ballots:
    """Stores ballots, compares them with what is stored, and marks those that vanished."""

    def __init__(self, db: Database, rows: Rows, people: People) -> None:
        """Store ballots in this database."""
        self._connection = db.conn
        self._rows = rows
        self._people = people
        self._labels: dict[tuple[str, str, str, str, str | None], int] = {}

    def forget(self) -> None:
        """Forget what is remembered: a transaction was rolled back, and its ids with it."""
        self._labels.clear()

    def store(self, vote_id: int, vote: Vote | Roll, provenance: Provenance, *, is_new: bool) -> None:
        """Store the ballots of a vote, and on a list vote the choice on each candidate."""
        roster: Roster = (vote_id, vote.key, None)
        cast = self._one_each(vote.key, vote, provenance)
        if is_new:
            self._insert(roster, cast)
        else:
            self._compare(roster, cast, provenance)
        if isinstance(vote, Vote) and vote.choices:
            self._store_choices(vote_id, vote, cast, provenance)

    def store_part(self, vote_id: int, vote_key: str, part: RollPart, provenance: Provenance) -> None:
        """Store some of the ballots of a vote. Those of its other parts stay as they are.

        Raises:
            ContradictionError: A person has two ballots.
        """
        roster: Roster = (vote_id, vote_key, part.first)
        cast = self._one_each(vote_key, part, provenance)
        found = self._connection.execute(PARTS, [vote_id]).fetchall()
        if any(its_part != part.first for person, its_part, stands in found if stands and person in cast):
            raise ContradictionError(f"{vote_key}: a person has two ballots, in two answers")
        if part.first not in {its_part for _, its_part, _ in found}:
            known = {person for person, *_ in found}
            new = {person: ids for person, ids in cast.items() if person not in known}
            self._insert(roster, new)
        self._compare(roster, cast, provenance)

    def _insert(self, roster: Roster, cast: dict[int, Cast]) -> None:
        vote_id, _, part = roster
        if cast:
            rows = ((vote_id, person, *ids, part) for person, ids in cast.items())
            self._connection.executemany(INSERT, rows)
            self._connection.execute(PENDING, [vote_id])

    def are_refined(self, vote_key: str) -> bool:
        """Whether a registration has told some of the vote's empty ballots apart."""
        found = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM votes JOIN vote_ballots ON vote_id = votes.id"
            " JOIN ballot_labels ON ballot_labels.id = label_id WHERE key = ? AND refines IS NOT NULL)",
            [vote_key],
        ).fetchone()
        return bool(found[0])

    def _one_each(self, vote_key: str, vote: AnyRoll, provenance: Provenance) -> dict[int, Cast]:
        cast = self._cast(vote, provenance)
        if len(cast) != len(vote.ballots) and self._people.tell_apart(vote.scheme, _identifiers(vote)):
            cast = self._cast(vote, provenance)
        if len(cast) != len(vote.ballots):
            raise ContradictionError(f"{vote_key}: a person has two ballots")
        return cast

    def _cast(self, vote: AnyRoll, provenance: Provenance) -> dict[int, Cast]:
        factions = self._factions(vote, provenance)
        known, identify, scheme = self._people.known, self._people.identify, vote.scheme
        labels: dict[Label, int] = {}
        cast: dict[int, Cast] = {}
        for ballot in vote.ballots:
            mention = scheme, ballot.identifier, ballot.family_name, ballot.given_name
            person_id, name_id = known.get(mention) or identify(mention, provenance)
            label = ballot.label, ballot.option, ballot.basis, ballot.rule
            if label not in labels:
                labels[label] = self._label(vote.chamber, label)
            cast[person_id] = (name_id, factions[ballot.faction], labels[label])
        return cast

    def _factions(self, vote: AnyRoll, provenance: Provenance) -> dict[str | None, int | None]:
        people = vote.scheme.removesuffix(REPORTED)
        term = people if people != vote.chamber else None
        found: dict[str | None, int | None] = {None: None}
        for label in dict.fromkeys(ballot.faction for ballot in vote.ballots):
            if label is not None:
                found[label] = self._people.faction(vote.chamber, term, label, provenance)
        return found

    def _label(self, chamber: str, key: Label) -> int:
        if (chamber, *key) not in self._labels:
            self._labels[chamber, *key] = self._label_id((chamber, *key))
        return self._labels[chamber, *key]

    def _label_id(self, key: tuple[str, str, str, str, str | None]) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO ballot_labels (chamber, label, option, basis, rule)"
            " VALUES (?, ?, ?, ?, ?)",
            key,
        )
        found = self._connection.execute(
            "SELECT id FROM ballot_labels"
            " WHERE chamber = ? AND label = ? AND option = ? AND basis = ? AND rule IS ?",
            key,
        ).fetchone()
        return int(found[0])

    def _compare(self, roster: Roster, cast: dict[int, Cast], provenance: Provenance) -> None:
        vote_id, vote_key, part = roster
        stored = {
            person: (tuple(ids), withdrawn_at)
            for person, *ids, withdrawn_at in self._connection.execute(STORED, [vote_id, part])
        }
        for person, ids in cast.items():
            if person not in stored:
                self._insert(roster, {person: ids})
                self._revise(vote_key, (None, ids), provenance)
            elif stored[person] != (ids, None):
                self._change(roster, person, ids, None)
                old, withdrawn_at = stored[person]
                self._revise(vote_key, (None if withdrawn_at else old, ids), provenance)
        for person, (ids, withdrawn_at) in stored.items():
            if person not in cast and withdrawn_at is None:
                self._change(roster, person, ids, provenance.seen_at)
                self._revise(vote_key, (ids, None), provenance)

    def _change(self, roster: Roster, person: int, ids: Ids, withdrawn_at: str | None) -> None:
        vote_id, _, part = roster
        self._connection.execute(
            "UPDATE vote_ballots SET name_id = ?, faction_id = ?, label_id = ?, withdrawn_at = ?, part = ?"
            " WHERE vote_id = ? AND person_id = ?",
            [*ids, withdrawn_at, part, vote_id, person],
        )

    def _describe(self, ids: Ids | None) -> dict[str, str]:
        """The words for a ballot: what it was and for which faction, under which name, and read as what."""
        if ids is None:
            return {}
        cursor = self._connection.execute(DESCRIBE, ids)
        return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))

    def _revise(self, vote_key: str, change: tuple[Ids | None, Ids | None], provenance: Provenance) -> None:
        """Remember a change under the key of the identifier that the ballot was printed with."""
        old, new = map(self._describe, change)
        (name_id, *_) = change[1] or change[0] or ()
        for column in _differing(old, new):
            values = old.get(column), new.get(column)
            self._rows.revise("ballots", f"{vote_key}/{self._key_of(name_id)}", column, values, provenance)

    def _key_of(self, name_id: int | None) -> str:
        found = self._connection.execute("SELECT own_id FROM person_names WHERE id = ?", [name_id]).fetchone()
        return self._people.key_of(found[0])

    def _store_choices(self, vote_id: int, vote: Vote, cast: dict[int, Cast], provenance: Provenance) -> None:
        candidates: dict[str, tuple[Value, ...]] = {
            f"{choice.number}": (choice.label, choice.votes) for choice in vote.choices
        }
        self._merge("vote_choices", (vote_id, vote.key), candidates, provenance)
        chosen: dict[str, tuple[Value, ...]] = {
            f"{person}/{number}": (option,)
            for person, ballot in zip(cast, vote.ballots, strict=True)
            for number, option in ballot.choices
        }
        self._merge("ballot_choices", (vote_id, vote.key), chosen, provenance)

    def _merge(
        self,
        table: str,
        vote: tuple[int, str],
        found: dict[str, tuple[Value, ...]],
        provenance: Provenance,
    ) -> None:
        """Store rows whose key below the vote is written as a path, `person/number` or `number`."""
        vote_id, vote_key = vote
        read, write = CHOICES[table]
        stored = {key: tuple(values) for key, *values in self._connection.execute(read, [vote_id])}
        changed = {key: values for key, values in found.items() if stored.get(key) != values}
        rows = ((vote_id, *key.split("/"), *values) for key, values in changed.items())
        self._connection.executemany(write, rows)
        for key, values in changed.items():
            if key in stored:
                change = _words(stored[key]), _words(values)
                self._rows.revise(
                    table, f"{vote_key}/{self._readable(vote_id, key)}", "choice", change, provenance
                )

    def _readable(self, vote_id: int, key: str) -> str:
        person, _, number = key.rpartition("/")
        if not person:
            return number
        found = self._connection.execute(
            "SELECT name_id FROM vote_ballots WHERE vote_id = ? AND person_id = ?", [vote_id, person]
        ).fetchone()
        return f"{self._key_of(found[0])}/{number}"


def _identifiers(vote: AnyRoll) -> set[str]:
    return {ballot.identifier for ballot in vote.ballots}


def _differing(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """What to tell of a change: the ballot or, if the source's words stayed, our reading; and the name."""
    if not (old and new):
        return ["ballot"]
    found = [column for column in old if old[column] != new[column]]
    return [column for column in found if column != "reading" or "ballot" not in found]


def _words(values: tuple[Value, ...]) -> str:
    return ", ".join(str(value) for value in values if value is not None)
