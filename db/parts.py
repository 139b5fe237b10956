"""What comes apart from its vote: ballots a part at a time, and the parts of its tally.

Such answers name the vote by an identifier of the source's own, which the description of the vote has stated.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs
from sqlite_utils import Database

from db.ballots import Ballots
from db.records import Breakdown, Breakdowns, RollPart, Tally, Vote, tally_of
from db.rows import ContradictionError, Provenance, Row, Rows, Value, value_of
from db.slugs import slugify

FIGURES = Tally.__struct_fields__
UNKNOWN = (None, "not_collected", "partial")
"""What a roll that becomes whole replaces without a revision."""

COUNT = """
SELECT option, count(*)
FROM vote_ballots JOIN ballot_labels ON ballot_labels.id = label_id
WHERE vote_id = ? AND withdrawn_at IS NULL
GROUP BY option
"""
NAME = "INSERT OR IGNORE INTO vote_identifiers (chamber, identifier, vote_id) VALUES (?, ?, ?)"
NAMED = """
SELECT votes.key FROM vote_identifiers JOIN votes ON votes.id = vote_id
WHERE vote_identifiers.chamber = ? AND identifier = ?
"""


class Parts:
    """Stores what answers say of votes that other answers have described."""

    def __init__(self, db: Database, rows: Rows, ballots: Ballots) -> None:
        """Store in this database."""
        self._connection = db.conn
        self._rows = rows
        self._ballots = ballots

    def name(self, vote_id: int, vote: Vote) -> None:
        """Remember the source's own identifier of a vote.

        Raises:
            ContradictionError: Another vote has it, or this one has another.
        """
        if vote.identifier is None:
            return
        self._connection.execute(NAME, [vote.chamber, vote.identifier, vote_id])
        named = self._key_of(vote.chamber, vote.identifier)
        if named is None:
            raise ContradictionError(f"{vote.key}: it has another identifier than {vote.identifier}")
        if named != vote.key:
            raise ContradictionError(f"{vote.key}: {named} has its identifier {vote.identifier}")

    def store_ballots(self, part: RollPart, provenance: Provenance) -> None:
        """Store some of the ballots of a vote, and its count once all are there.

        Raises:
            ContradictionError: No such vote was described, or the ballots contradict it or each other.
        """
        vote = self._described(part)
        begun = "partial" if vote["ballots_status"] == "not_collected" else vote["ballots_status"]
        row: Row = {"key": vote["key"], "ballots_status": begun}
        stored = self._rows.put("votes", row, provenance, unknown=UNKNOWN)
        if stored.is_accepted:
            self._ballots.store_part(stored.id, str(vote["key"]), part, provenance)
            counted = self._count(stored.id)
            _expect_no_more(vote, counted)
            self._rows.put("votes", _status(vote, counted), provenance, unknown=UNKNOWN)

    def describe_again(self, vote_id: int, vote: Vote, provenance: Provenance) -> None:
        """Compare the ballots that are there with a tally that may have been corrected."""
        known = self._rows.find("votes", vote.key) if vote.identifier is not None else None
        if known is not None:
            self._rows.put("votes", _status(known, self._count(vote_id)), provenance, unknown=UNKNOWN)

    def store_breakdowns(self, breakdowns: Breakdowns, provenance: Provenance) -> None:
        """Store the parts of a tally.

        Raises:
            ContradictionError: No such vote was described, or the parts of a kind do not add up to its tally.
        """
        vote = self._described(breakdowns)
        for kind in dict.fromkeys(part.kind for part in breakdowns.parts):
            tallies = [part.tally for part in breakdowns.parts if part.kind == kind]
            for name in FIGURES:
                total, declared = _sum(tallies, name), vote[f"declared_{name}"]
                if total != declared:
                    problem = f"{kind}: {name} adds up to {total}, but the vote declares {declared}"
                    raise ContradictionError(f"{vote['key']}: {problem}")
        self.break_down(str(vote["key"]), breakdowns.parts, provenance)

    def break_down(self, vote_key: str, parts: Iterable[Breakdown], provenance: Provenance) -> None:
        """Store the parts of a tally; those that the same source no longer shows are marked."""
        rows = [_breakdown_row(vote_key, part) for part in parts]
        for row in rows:
            self._rows.put("vote_breakdowns", row, provenance)
        keys = {str(row["key"]) for row in rows}
        self._rows.withdraw("vote_breakdowns", {"vote_key": vote_key}, keys, provenance)

    def _described(self, of: RollPart | Breakdowns) -> Row:
        known = self._rows.find("votes", self._key_of(of.chamber, of.vote))
        if known is None:
            raise ContradictionError(f"{of.chamber}: no answer has described the vote {of.vote}")
        return known

    def _key_of(self, chamber: str, identifier: str) -> str | None:
        found = self._connection.execute(NAMED, [chamber, identifier]).fetchone()
        return found and str(found[0])

    def _count(self, vote_id: int) -> Tally:
        return tally_of(dict(self._connection.execute(COUNT, [vote_id]).fetchall()))


def _expect_no_more(vote: Row, counted: Tally) -> None:
    """Make sure that no option has more ballots than the vote declares. A part of the roll may have fewer."""
    for name, found in structs.asdict(counted).items():
        declared = vote[f"declared_{name}"]
        if declared is not None and found > int(declared):
            problem = f"{found} ballots are {name}, but the vote declares {declared}"
            raise ContradictionError(f"{vote['key']}: {problem}")


def _status(vote: Row, counted: Tally) -> Row:
    """Published with a count if there are as many ballots as the vote declares, else partial without."""
    declared = [int(vote[f"declared_{name}"] or 0) for name in FIGURES]
    is_whole = sum(structs.asdict(counted).values()) >= sum(declared) > 0
    shown = structs.asdict(counted if is_whole else Tally())
    return {
        "key": vote["key"],
        "ballots_status": "published" if is_whole else "partial",
        **{f"counted_{name}": value for name, value in shown.items()},
    }


def _breakdown_row(vote_key: str, part: Breakdown) -> dict[str, Value]:
    return {
        "key": f"{vote_key}-{part.kind}-{slugify(part.label)}",
        "vote_key": vote_key,
        "kind": part.kind,
        "label": part.label,
        **{name: value_of(value) for name, value in structs.asdict(part.tally).items()},
    }


def _sum(tallies: list[Tally], name: str) -> int | None:
    figures = [getattr(tally, name) for tally in tallies]
    return None if None in figures else sum(figures)
