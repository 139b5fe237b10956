"""The second computation against the first: every figure of the summaries, to its last digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from db.measures.recount import OPTIONS, VOTED, FactionVote, Recount, Vote, counts, share

Row = tuple[Any, ...]
Rows = dict[Row, Row]
"""The rows of a table: what they are about, and their figures."""

Difference = tuple[str, str]
"""What it is about, and how the two computations differ."""

AT_MOST = 10
"""Differences told of one table: a hundred thousand of one cause help nobody."""

FACTIONS = f"""
SELECT faction_id, ballots, {", ".join(OPTIONS)}, line, against, rice, agreement_index
FROM vote_factions WHERE vote_id = ?
"""  # noqa: S608  own words

OF_OPTIONS = "SELECT option, ballots FROM vote_options WHERE vote_id = ?"

VOTE = "SELECT vote_key, voted, absent, turnout, with_a_line, against FROM vote_measures WHERE vote_key = ?"

COUNTS = ("ballots", *VOTED, "present_not_voting", "absent", "absent_excused", "with_a_line", "against")
"""What is counted of a member, in the order of the columns."""

FACETS = "SELECT chamber, term, year, faction_id, option, kind, ballots FROM ballot_facets"

MEMBERS = """
SELECT term, person_key, ballots, yes, no, abstain, present_not_voting, absent, absent_excused, with_a_line,
    against, attended, attendance_votes, attendance
FROM member_measures
"""

MEMBER_PAIRS = "SELECT one_key, other_key, shared, agreed, agreement FROM member_agreements WHERE term = ?"

FACTION_PAIRS = "SELECT term, year, one_key, other_key, shared, agreed, agreement FROM faction_agreements"

BILLS = """
SELECT bill_id, person_id, ballots, yes, no, abstain, present_not_voting, absent, absent_excused,
    with_a_line, against
FROM bill_ballots
"""


def is_current(db: Database) -> bool:
    """Whether the summaries were brought up to date since the last change."""
    return not db.conn.execute("SELECT EXISTS (SELECT 1 FROM measure_pending)").fetchone()[0]


def disagreements(db: Database) -> list[Difference]:
    """Where the summaries do not have the figures that the ballots come to. None of them, while some wait."""
    return [*_differences(db)] if is_current(db) else []


def _differences(db: Database) -> Iterator[Difference]:
    recount = Recount(db)
    yield from _votes(db, recount)
    persons = dict(db.conn.execute("SELECT id, key FROM persons").fetchall())
    factions = dict(db.conn.execute("SELECT id, key FROM factions").fetchall())
    tables = {
        "ballot_facets": (_stored(db, FACETS, 6), {key: (n,) for key, n in recount.facets.items()}),
        "member_measures": (_stored(db, MEMBERS, 2), _members(recount, persons)),
        "faction_agreements": (_stored(db, FACTION_PAIRS, 4), _faction_pairs(recount, factions)),
        "bill_ballots": (_stored(db, BILLS, 2), _bills(recount)),
    }
    for table, (stored, counted) in tables.items():
        yield from _compare(table, stored, counted)
    for term, counted in _member_pairs(recount, persons):
        yield from _compare(f"member_agreements of {term}", _stored(db, MEMBER_PAIRS, 2, term), counted)


def _votes(db: Database, recount: Recount) -> Iterator[Difference]:
    seats = dict(db.conn.execute("SELECT key, seats FROM chambers").fetchall())
    told = 0
    for vote, factions in recount.votes():
        counted: Rows = {(faction,): _faction_row(found) for faction, found in factions.items()}
        found = [
            *_compare("vote_factions", _stored(db, FACTIONS, 1, vote.id), counted),
            *_compare("vote_measures", _stored(db, VOTE, 1, vote.key), _vote_row(vote, factions, seats)),
            *_compare("vote_options", _stored(db, OF_OPTIONS, 1, vote.id), _option_rows(factions)),
        ]
        told += len(found)
        if told <= AT_MOST:
            yield from ((vote.key, message) for _, message in found)


def _faction_row(found: FactionVote) -> Row:
    counts = [found.counts[option] for option in OPTIONS]
    return (sum(counts), *counts, found.line, found.against, found.rice, found.agreement_index)


def _option_rows(factions: Mapping[int | None, FactionVote]) -> Rows:
    sums = {option: sum(found.counts[option] for found in factions.values()) for option in OPTIONS}
    return {(option,): (ballots,) for option, ballots in sums.items() if ballots}


def _vote_row(vote: Vote, factions: Mapping[int | None, FactionVote], seats: Mapping[str, int]) -> Rows:
    if not vote.is_measured:
        return {(vote.key,): (None,) * 5}
    voted = sum(found.voted for found in factions.values())
    absent = sum(
        found.counts[option] for found in factions.values() for option in ("absent", "absent_excused")
    )
    lined = [found for found in factions.values() if found.line]
    row = (
        voted,
        absent if vote.lists_absent else None,
        voted / seats[vote.chamber],
        sum(found.voted for found in lined),
        sum(found.against or 0 for found in lined),
    )
    return {(vote.key,): row}


def _members(recount: Recount, persons: Mapping[int, str]) -> Rows:
    found: Rows = {}
    for (term, person), member in recount.members.items():
        did = counts(member.cast)
        attended, of = did["attended"], did["attended"] + did["missed"]
        found[term, persons[person]] = (*map(did.__getitem__, COUNTS), attended, of, share(attended, of))
    return found


def _bills(recount: Recount) -> Rows:
    return {key: tuple(map(counts(cast).__getitem__, COUNTS)) for key, cast in recount.bills.items()}


def _faction_pairs(recount: Recount, factions: Mapping[int, str]) -> Rows:
    return {
        (term, year, factions[one], factions[other]): (shared, agreed, share(agreed, shared))
        for (term, year, one, other), (shared, agreed) in recount.faction_pairs.items()
    }


def _member_pairs(recount: Recount, persons: Mapping[int, str]) -> Iterator[tuple[str, Rows]]:
    """The pairs of each term that has measured votes."""
    for term, members in groupby(sorted(recount.members, key=itemgetter(0, 1)), itemgetter(0)):
        found: Rows = {}
        for one, other in combinations([person for _, person in members], 2):
            shared, agreed = recount.members[term, one].agreement(recount.members[term, other])
            found[persons[one], persons[other]] = (shared, agreed, share(agreed, shared))
        yield term, found


def _stored(db: Database, sql: str, width: int, *values: object) -> Rows:
    return {row[:width]: row[width:] for row in db.conn.execute(sql, values)}


def _compare(table: str, stored: Rows, counted: Rows) -> list[Difference]:
    if stored == counted:
        return []
    keys = sorted({*stored, *counted}, key=str)
    differing = [key for key in keys if stored.get(key) != counted.get(key)]
    return [
        (table, f"{table} {_told(key)}: stored {_told(stored.get(key))}, counted {_told(counted.get(key))}")
        for key in differing[:AT_MOST]
    ]


def _told(row: Row | None) -> str:
    return "nothing" if row is None else ", ".join("-" if value is None else str(value) for value in row)
