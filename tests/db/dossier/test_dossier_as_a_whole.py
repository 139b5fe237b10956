"""The dossier as it is, and when somebody edits a file of it: of a wrong one nothing is stored."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from blank import blank_database

from db.conclusions import conclude
from db.dossier import DossierError, facts, load_dossier
from db.identities import Reviewed
from db.writer import Writer
from scrapers.intake import register_all

NOBODY = Reviewed(same={}, apart={})


@pytest.fixture
def folder(tmp_path, monkeypatch):
    copy = tmp_path / "dossier"
    shutil.copytree(Path(str(files("db.dossier"))), copy)
    monkeypatch.setattr(facts, "files", lambda _package: copy)
    return copy


@pytest.fixture
def db():
    opened = blank_database()
    with opened.atomic():
        register_all(Writer(opened))
    yield opened
    opened.close()


def edit(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def revisions(db):
    return db.execute(
        "SELECT table_name, row_key, column_name, old_value, new_value FROM revisions"
    ).fetchall()


@pytest.mark.parametrize(
    ("change", "revision"),
    [
        (
            ("events-lt.yaml", "date: 2025-01-14", "date: 2025-01-15"),
            ("events", "lt-2025-01-14-ministry", "date", "2025-01-14", "2025-01-15"),
        ),
        (
            ("estonia.yaml", "label: Bill is taken up", "label: The bill is taken up"),
            (
                "stages",
                "ee-riigikogu-15-642-referral",
                "label",
                "Bill is taken up",
                "The bill is taken up",
            ),
        ),
        (
            ("latvia.yaml", "treaty: apmbc", "treaty: ccm"),
            ("bill_treaties", "lv-saeima-898-lp14", "treaty", "apmbc", "ccm"),
        ),
    ],
)
def test_an_edited_fact_changes_exactly_its_row_and_leaves_a_revision(db, folder, change, revision):
    load_dossier(db)
    assert load_dossier(db) == 0
    edit(folder, *change)
    assert load_dossier(db) == 2
    assert revisions(db) == [revision]


def test_the_timeline_follows_an_edited_fact(db, folder):
    load_dossier(db)
    conclude(db, NOBODY)
    before = set(db.execute("SELECT * FROM timeline").fetchall())
    edit(folder, "events-lt.yaml", "date: 2025-01-14", "date: 2025-01-15")
    load_dossier(db)
    conclude(db, NOBODY)
    changed = before ^ set(db.execute("SELECT * FROM timeline").fetchall())
    assert {(row[0], row[2]) for row in changed} == {
        ("lt-2025-01-14-ministry", "2025-01-14"),
        ("lt-2025-01-14-ministry", "2025-01-15"),
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("events-lt.yaml", "  source_url: https://respublika.lt\n", ""),
            "events-lt.yaml: event-lt-2025-12-27-no-longer-barred: .*source_url",
        ),
        (
            ("lithuania.yaml", "      date: 2025-05-15", "      date: 2025-05-01"),
            "lithuania.yaml: lt-ottawa-in-force: stage.stage.date: entry into force of 2025-05-01, before",
        ),
        (
            ("estonia.yaml", "      date: 2025-12-27", "      date: 2025-06-26"),
            "estonia.yaml: ee-ottawa-effect: stage.stage.date: effect of 2025-06-26, before the deposit",
        ),
        (
            ("statements-joint.yaml", 'identifier: "79150"', 'identifier: "1"'),
            "statements-joint.yaml: joint-2025-03-18: statement.signatories: unknown person",
        ),
        (
            ("statements-joint.yaml", "family_name: Pevkur", "family_name: Pevkurr"),
            "unknown person: no entry has an office of Hanno Pevkurr",
        ),
        (
            ("events-lt.yaml", "bill: lt-seimas-xvp-305", "bill: lt-nothing"),
            "events-lt.yaml: event-lt-2025-01-14-ministry: event.bill: no entry describes 'lt-nothing'",
        ),
        (
            ("finland.yaml", "vote: fi-eduskunta-2025-ottawa-final", "vote: fi-nothing"),
            "finland.yaml: fi-ottawa-final-vote: stage.stage.vote: no entry describes 'fi-nothing'",
        ),
        (
            ("events-lt.yaml", "kind: proposal", "kind: rumour"),
            "events-lt.yaml: event-lt-2025-01-14-ministry: .*kind",
        ),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_reason_and_nothing_is_stored(db, folder, change, message):
    edit(folder, *change)
    with pytest.raises(DossierError, match=message):
        load_dossier(db)
    assert db.execute("SELECT count(*) FROM dossier_entries").fetchone() == (0,)


def test_every_event_beside_the_bills_is_on_the_timeline(db):
    load_dossier(db)
    conclude(db, NOBODY)
    assert db.execute("SELECT key FROM events EXCEPT SELECT key FROM timeline").fetchall() == []


def test_no_event_is_told_twice(db):
    load_dossier(db)
    conclude(db, NOBODY)
    assert (
        db.execute(
            "SELECT state, date, kind, treaty FROM timeline WHERE kind IN ('deposit', 'effect', 'final vote')"
            " GROUP BY 1, 2, 3, 4 HAVING count(*) > 1"
        ).fetchall()
        == []
    )


def test_the_five_states_have_a_deposit_and_an_effect(db):
    load_dossier(db)
    conclude(db, NOBODY)
    assert db.execute(
        "SELECT state, min(iif(kind = 'deposit', date, NULL)), min(iif(kind = 'effect', date, NULL))"
        " FROM timeline WHERE treaty = 'apmbc' GROUP BY state HAVING count(*) FILTER (WHERE kind = 'effect')"
        " ORDER BY state"
    ).fetchall() == [
        ("ee", "2025-06-27", "2025-12-27"),
        ("fi", "2025-07-10", "2026-01-10"),
        ("lt", "2025-06-27", "2025-12-27"),
        ("lv", "2025-06-27", "2025-12-27"),
        ("pl", "2025-08-20", "2026-02-20"),
    ]
