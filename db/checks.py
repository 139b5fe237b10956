"""Invariants: what must hold of the database, one SQL file each, and the findings where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, dataclass
from typing import Literal, get_args

from sqlite_utils import Database

from db.ledger import now
from db.measures.check import disagreements
from db.sqlfiles import sql_files

Severity = Literal["error", "warning", "notice"]
"""`error`: the database is wrong. `warning`: a reader must look twice. `notice`: something is not known."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the lightest."""

HEADER = re.compile(r"-- severity: (?P<severity>\w+)\n-- explains: (?P<explanation>\S.+)\n(?P<sql>(?s:.+))")
"""What the file of an invariant looks like: two lines that say what it is, then its query."""


class InvariantError(Exception):
    """The file of an invariant does not say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invariant:
    """A statement that must hold, and the query for the rows of which it does not."""

    name: str
    severity: Severity
    explanation: str
    """One plain sentence: what must hold, and why a reader cares."""
    sql: str
    """Selects `subject_key` and `message`, one row a violation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One violation of an invariant."""

    invariant: str
    severity: Severity
    explanation: str
    subject_key: str
    """The key of the row that it is about, or the address of an answer, or the name of a spider."""
    message: str


RECOMPUTED = Invariant(
    name="measures_are_what_ballots_come_to",
    severity="error",
    explanation="A second computation of every measure, in Python, comes to the same figures.",
    sql="-- No query: db/measures/check.py works every measure out again from the ballots.",
)


def invariants() -> tuple[Invariant, ...]:
    """Every invariant, the gravest first, then in alphabetical order.

    Raises:
        InvariantError: A file does not begin with its severity and its explanation.
    """
    found = [read_invariant(name, text) for name, text in sql_files("invariants")]
    return tuple(sorted(found, key=lambda it: (SEVERITIES.index(it.severity), it.name)))


def read_invariant(name: str, text: str) -> Invariant:
    """The invariant that a file of this name and text states.

    Raises:
        InvariantError: The text does not begin with its severity and its explanation.
    """
    header = HEADER.fullmatch(text)
    if header is None:
        raise InvariantError(f"{name}: does not begin with '-- severity:' and '-- explains:'")
    severity = next((known for known in SEVERITIES if known == header["severity"]), None)
    if severity is None:
        raise InvariantError(f"{name}: no severity is called {header['severity']!r}")
    return Invariant(name=name, severity=severity, explanation=header["explanation"], sql=header["sql"])


def violations(db: Database, invariant: Invariant) -> list[Finding]:
    """The findings of one invariant, in the order of their subjects, each once."""
    rows = db.conn.execute(invariant.sql).fetchall()
    return [
        Finding(
            invariant=invariant.name,
            severity=invariant.severity,
            explanation=invariant.explanation,
            subject_key=subject_key,
            message=message,
        )
        for subject_key, message in sorted(set(rows))
    ]


def run_checks(db: Database) -> list[Finding]:
    """Run every invariant, compute every measure again, and keep what was found, where the site shows it.

    A finding that still stands keeps the moment at which it was first found; on a database that did not
    change nothing is written.
    """
    found = [finding for invariant in invariants() for finding in violations(db, invariant)]
    found += [
        Finding(
            invariant=RECOMPUTED.name,
            severity=RECOMPUTED.severity,
            explanation=RECOMPUTED.explanation,
            subject_key=subject_key,
            message=message,
        )
        for subject_key, message in disagreements(db)
    ]
    _show_rules(db, (*invariants(), RECOMPUTED))
    _replace(db, found)
    return found


def _show_rules(db: Database, rules: tuple[Invariant, ...]) -> None:
    """Keep what is checked, and how, beside what is found."""
    wanted = [astuple(rule) for rule in rules]
    if (
        db.execute("SELECT name, severity, explanation, query FROM invariants ORDER BY id").fetchall()
        == wanted
    ):
        return
    with db.atomic():
        db.execute("DELETE FROM invariants")
        db.conn.executemany(
            "INSERT INTO invariants (name, severity, explanation, query) VALUES (?, ?, ?, ?)", wanted
        )


def _stored(db: Database) -> Iterator[Finding]:
    for row in db.query("SELECT invariant, severity, explanation, subject_key, message FROM findings"):
        yield Finding(**row)


def _replace(db: Database, found: Iterable[Finding]) -> None:
    standing, wanted = set(_stored(db)), set(found)
    with db.atomic():
        db.conn.executemany(
            "DELETE FROM findings WHERE (invariant, severity, explanation, subject_key, message)"
            " = (?, ?, ?, ?, ?)",
            [astuple(finding) for finding in standing - wanted],
        )
        moment = now()
        db.conn.executemany(
            "INSERT INTO findings (invariant, severity, explanation, subject_key, message, found_at)"
            " VALUES (:invariant, :severity, :explanation, :subject_key, :message, :found_at)",
            [{**asdict(finding), "found_at": moment} for finding in found if finding not in standing],
        )
