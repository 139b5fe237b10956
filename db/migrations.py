"""The schema's history: numbered SQL files, each applied once, and the views, made anew when they change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.names import fold
from db.sqlfiles import sql_files

migrations = Migrations("ottawa")


class SchemaError(Exception):
    """The database is not of the schema of this program: the message says what to do."""


class NewerSchemaError(SchemaError):
    """The database was made by a newer version of this program: the message names both schemas."""


class OlderSchemaError(SchemaError):
    """The database was made by an older version of this program: the message says what it lacks."""


@migrations()
def house(db: Database) -> None:
    """Reference, provenance, people, what chambers do, and what keeps it honest."""
    _run(db, "0001_house.sql")


@migrations()
def identities(db: Database) -> None:
    """One person, one row: who is whom, and what was printed under which identifier."""
    _run(db, "0002_identities.sql")
    names = db.execute("SELECT id, given_name, family_name FROM person_names").fetchall()
    for name_id, *name in names:
        db.execute("UPDATE person_names SET folded_name = ? WHERE id = ?", [fold(*name), name_id])


@migrations()
def debates(db: Database) -> None:
    """Debates, statements, offices, parts of tallies, and differences of shape."""
    _run(db, "0003_debates.sql")


@migrations()
def twins(db: Database) -> None:
    """Curated votes whose official record has come."""
    _run(db, "0006_joined.sql")


@migrations()
def tracked_bills(db: Database) -> None:
    """The bills that are followed, found at once."""
    _run(db, "0007_tracked_bills.sql")


@migrations()
def registrations(db: Database) -> None:
    """Who was in the hall at a moment."""
    _run(db, "0008_registrations.sql")


@migrations()
def outlines(db: Database) -> None:
    """Lists of speakers, apart from what they said."""
    _run(db, "0009_outlines.sql")


@migrations()
def alarms(db: Database) -> None:
    """What the keeper of the job must hear of, and what a run was asked for."""
    _run(db, "0014_alarms.sql")


@migrations()
def parts(db: Database) -> None:
    """Ballots that come apart from their vote, a part of them at a time."""
    _run(db, "0015_parts.sql")


@migrations()
def search(db: Database) -> None:
    """The index behind the search, and the languages in which tags are looked for."""
    _run(db, "0005_search.sql")


@migrations()
def treaties(db: Database) -> None:
    """Treaties, and what states do about them."""
    _run(db, "0010_treaties.sql")


@migrations()
def claims(db: Database) -> None:
    """What happens beside the steps of bills, and the claims that readers can check."""
    _run(db, "0011_claims.sql")


@migrations()
def measures(db: Database) -> None:
    """What is counted and measured from ballots, and what waits to be."""
    _run(db, "0012_measures.sql")


@migrations()
def turns(db: Database) -> None:
    """Turns without a day, turns that were not said, and under which identifier somebody spoke."""
    _run(db, "0013_turns.sql")


@migrations()
def speed(db: Database) -> None:
    """What the pages of the site ask for, found at once."""
    _run(db, "0016_speed.sql")


@migrations()
def invariants(db: Database) -> None:
    """The rules that are checked, for readers of the findings."""
    _run(db, "0017_invariants.sql")


@migrations()
def ballots_at_once(db: Database) -> None:
    """Ballots of a vote that wait to be summed up are noted once, not each."""
    _run(db, "0018_ballots_at_once.sql")


def migrate(db: Database) -> None:
    """Bring the database to the current schema. On a current one it writes nothing.

    Foreign keys must not be enforced meanwhile: a table that is made anew is gone for a moment. Views go
    first, since SQLite renames no table that a view names, and are made anew afterwards.
    """
    if migrations.pending(db):
        for name in db.view_names():
            db.execute(f"DROP VIEW [{name}]")
        migrations.apply(db)
    for name, sql in views():
        _refresh(db, name, sql)


def expect_known_schema(db: Database) -> None:
    """Make sure that every migration of the database is known here. Nothing is written.

    Raises:
        NewerSchemaError: A newer version of this program has been here.
    """
    with closing(Database(memory=True)) as empty:
        known = [migration.name for migration in migrations.pending(empty)]
    applied = [migration.name for migration in migrations.applied(db)]
    newer = [name for name in applied if name not in known]
    if newer:
        raise NewerSchemaError(
            f"the database has schema {len(applied)} (with {', '.join(newer)}), and this program knows schema"
            f" {len(known)} (up to {known[-1]}): install the version that made it, or move it away and run"
            " `ottawa rebuild`; nothing was changed"
        )


def expect_current_schema(db: Database) -> None:
    """Make sure that every migration and view of this program is in the database. Nothing is written.

    Raises:
        NewerSchemaError: A newer version of this program has been here.
        OlderSchemaError: The database was not opened to be written since it was made by an older version.
    """
    expect_known_schema(db)
    stored = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").fetchall())
    pending = [migration.name for migration in migrations.pending(db)]
    behind = pending or [name for name, sql in views() if stored.get(name, "").strip() != sql]
    if behind:
        raise OlderSchemaError(
            f"the database is not of the current schema (not there: {', '.join(behind)}): `ottawa status`"
            " brings it up to date"
        )


def views() -> Iterator[tuple[str, str]]:
    """Name and SQL of every view, in alphabetical order."""
    for name, text in sql_files("views"):
        yield name, text.strip()


def _refresh(db: Database, name: str, sql: str) -> None:
    row = db.conn.execute("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?", [name]).fetchone()
    if row and row[0].strip() == sql:
        return
    with db.atomic():
        db.execute(f"DROP VIEW IF EXISTS [{name}]")
        db.execute(sql)


def _run(db: Database, script: str) -> None:
    # executescript() would commit the migration's transaction, so the statements run one by one.
    for statement in files("db").joinpath("schema", script).read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            db.execute(statement)
