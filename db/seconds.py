"""Votes that a second address gives as well: it stands in for the first, and stands beside it afterwards.

Whichever of the two is read first, the vote is told by the first address, and what the second says is kept
as a report: its tally in `tally_reports`, its ballots in `reported_ballots`. So no ballot of the fuller
account is taken for withdrawn because the other one lacks it, and `discrepancies` shows where the two differ.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from db.records import Ballot, TallyReport, Vote
from db.rows import RANK, Provenance, Row, Rows
from db.slugs import slugify

PLACE = "SELECT name FROM sources JOIN responses ON responses.source = sources.key WHERE responses.id = ?"
"""The name of the source that an answer came from."""

IS_REPORTED = "SELECT EXISTS (SELECT 1 FROM tally_reports WHERE vote_key = ? AND place = ?)"

STORED = """
SELECT given_name, family_name, factions.label, option, ballot_labels.label
FROM vote_ballots
JOIN person_names ON person_names.id = vote_ballots.name_id
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
WHERE vote_id = ? AND withdrawn_at IS NULL
"""

TOLD = ("ballot_choices", "vote_ballots", "vote_choices", "vote_documents", "vote_bills")
"""The tables of what an account tells of a vote, beside its own row."""

Reported = tuple[str, str, str | None, str, str]
"""Given name, family name, faction, option and the source's word."""


class Seconds:
    """Keeps the accounts of second addresses apart from those of the first."""

    def __init__(self, db: Database, rows: Rows) -> None:
        """Keep them in this database."""
        self._connection = db.conn
        self._rows = rows

    def stands_in(self, known: Row | None) -> bool:
        """Whether the stored vote is the account of a second address: then that has reported it too."""
        if known is None or known["response_id"] is None:
            return False
        place = self._place(known)
        return bool(self._connection.execute(IS_REPORTED, [known["key"], place]).fetchone()[0])

    def stands_beside(self, known: Row | None, provenance: Provenance) -> bool:
        """Whether the first address has told the vote already, with no less authority."""
        if known is None or self.stands_in(known):
            return False
        return RANK[known["origin"]] >= RANK[provenance.origin]  # type: ignore[index]  # the table's CHECK

    def tally(self, vote: Vote, provenance: Provenance) -> TallyReport:
        """The tally of a second address as a report."""
        return TallyReport(vote=vote.key, place=self._place(provenance.columns()), tally=vote.declared)

    def report(self, vote: Vote, provenance: Provenance) -> None:
        """Keep the ballots of a second address beside the vote that the first one has told."""
        self._put(vote.key, map(_reported, vote.ballots), provenance)

    def set_aside(self, known: Row, seen_at: str) -> None:
        """Make room for the first address: what the second told of the vote becomes a report."""
        provenance = Provenance(
            origin=known["origin"],  # type: ignore[arg-type]  # the table's CHECK allows nothing else
            source_url=str(known["source_url"]),
            seen_at=seen_at,
            response_id=int(known["response_id"] or 0),
        )
        self._put(str(known["key"]), self._connection.execute(STORED, [known["id"]]).fetchall(), provenance)
        for table in TOLD:
            self._connection.execute(f"DELETE FROM {table} WHERE vote_id = ?", [known["id"]])  # noqa: S608  own names

    def _place(self, row: Row) -> str:
        return str(self._connection.execute(PLACE, [row["response_id"]]).fetchone()[0])

    def _put(self, vote_key: str, ballots: Iterable[Reported], provenance: Provenance) -> None:
        place = slugify(self._place(provenance.columns()))
        for given_name, family_name, faction, option, label in ballots:
            row: Row = {
                "key": f"{vote_key}-in-{place}/{slugify(f'{given_name} {family_name}')}",
                "vote_key": vote_key,
                "family_name": family_name,
                "given_name": given_name,
                "faction": faction,
                "option": option,
                "label": label,
            }
            self._rows.put("reported_ballots", row, provenance)


def _reported(ballot: Ballot) -> Reported:
    return ballot.given_name, ballot.family_name, ballot.faction, ballot.option, ballot.label
