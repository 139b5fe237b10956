"""The treaty entries of the dossier: what cannot be true is refused; the real ones hold."""

import datetime as dt

import pytest
import yaml
from blank import blank_database
from msgspec import structs

from db import dossier
from db.dossier import DossierError, entries, facts, load_dossier
from db.writer import Writer
from scrapers.intake import register_all

TREATY = {
    "key": "tt",
    "name": "Treaty on nothing",
    "short_name": "Nothing",
    "mtdsg_no": "I-1",
    "adopted": dt.date(1997, 9, 18),
    "in_force": dt.date(1999, 3, 1),
    "joining_months": 6,
    "joining_from": "same day",
    "joining_rule": "six months",
    "withdrawal_months": 6,
    "withdrawal_rule": "six months",
    "withdrawal_article": "Article 1",
}
ACTION = {
    "key": "tt-no-withdrawal",
    "treaty": "tt",
    "state": "no",
    "action": "withdrawal",
    "date": dt.date(2025, 6, 27),
}
BILL = {"key": "xx-bill", "chamber": "xx", "number": "1", "title": "On nothing"}
VOTE = {
    "key": "xx-vote",
    "chamber": "xx",
    "term": "xx-1",
    "sitting": None,
    "number": None,
    "bill": "xx-bill",
    "date": dt.date(2025, 5, 8),
    "title": "On nothing",
    "method": "electronic",
    "ballots_status": "not_collected",
    "is_final": True,
    "meaning_of_yes": None,
    "declared": {},
    "outcome": "passed",
    "scheme": "xx",
}


def written(key, **fact):
    source = {"source_url": "https://source.example/1", "source_name": "A source", "confidence": "confirmed"}
    return {"key": key, **source, "checked": dt.date(2025, 2, 3), **fact}


def stage(kind, date, precision="day"):
    step = {"kind": kind, "label": kind, "identifier": kind, "date": date, "date_precision": precision}
    return written(f"entry-{kind.replace(' ', '-')}", stage={"bill": "xx-bill", "position": 1, "stage": step})


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Read entries as the one file of the dossier."""

    def read(*found):
        (tmp_path / "some.yaml").write_text(yaml.safe_dump(list(found)), encoding="utf-8")
        monkeypatch.setattr(facts, "files", lambda package: tmp_path)
        return entries()

    return read


def refused(load, *found):
    with pytest.raises(DossierError) as caught:
        load(*found)
    return str(caught.value)


def action(**changes):
    return written("entry-action", treaty_action={**ACTION, **changes})


SOUND = (
    written("entry-treaty", treaty=TREATY),
    written("entry-bill", bill=BILL),
    written("entry-vote", vote=VOTE),
)


def test_sound_entries_are_read(load):
    found = load(*SOUND, action(effect=dt.date(2025, 12, 27), bill="xx-bill"))
    assert len(found) == 4


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"effect": dt.date(2025, 6, 26)},
            "treaty_action.effect: 2025-06-26, before the deposit of 2025-06-27",
        ),
        (
            {"notification_date": dt.date(2025, 6, 26)},
            "treaty_action.notification_date: 2025-06-26, before the deposit of 2025-06-27",
        ),
        (
            {"date": dt.date(1997, 9, 17)},
            "treaty_action.date: 1997-09-17, before the treaty was adopted on 1997-09-18",
        ),
        ({"state": "zz"}, "treaty_action.state: 'zz' is no state in db/states.yaml"),
        ({"treaty": "uu"}, "treaty_action.treaty: no treaty 'uu' in the dossier"),
        ({"bill": "yy"}, "treaty_action.bill: no bill 'yy' in the dossier"),
        (
            {"bill": "xx-bill", "date": dt.date(2025, 5, 7)},
            "treaty_action.date: deposit of 2025-05-07, before the final vote of 2025-05-08",
        ),
        ({"action": "objection"}, "treaty_action.target: an objection has a target, and nothing else has"),
        ({"target": "fi"}, "treaty_action.target: an objection has a target, and nothing else has"),
        ({"action": "objection", "target": "zz"}, "treaty_action.target: 'zz' is no state in db/states.yaml"),
    ],
)
def test_an_action_that_cannot_be_is_refused_with_file_entry_and_reason(load, changes, problem):
    assert refused(load, *SOUND, action(**changes)) == f"some.yaml: entry-action: {problem}"


def test_a_successor_may_be_bound_before_its_notice(load):
    assert load(*SOUND, action(action="succession", effect=dt.date(2006, 1, 1)))


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [
        ("signature", "final vote"),
        ("promulgation", "final vote"),
        ("entry into force", "final vote"),
        ("deposit", "final vote"),
        ("effect", "final vote"),
    ],
)
def test_a_step_before_the_vote_is_refused(load, kind, earlier):
    message = refused(load, *SOUND, stage(kind, dt.date(2025, 5, 7)))
    problem = f"stage.stage.date: {kind} of 2025-05-07, before the {earlier} of 2025-05-08"
    assert message == f"some.yaml: entry-{kind.replace(' ', '-')}: {problem}"


def test_an_effect_before_the_deposit_is_refused(load):
    steps = stage("deposit", dt.date(2025, 6, 27)), stage("effect", dt.date(2025, 6, 26))
    assert "effect of 2025-06-26, before the deposit of 2025-06-27" in refused(load, *SOUND, *steps)


def test_a_month_is_not_before_a_day_within_it(load):
    assert load(*SOUND, stage("signature", dt.date(2025, 5, 1), "month"))
    assert "before the final vote" in refused(load, *SOUND, stage("signature", dt.date(2025, 4, 1), "month"))


def test_of_several_final_votes_the_first_counts(load):
    later = written("entry-again", vote={**VOTE, "key": "xx-again", "date": dt.date(2025, 7, 1)})
    assert load(*SOUND, later, stage("signature", dt.date(2025, 6, 1)))


def test_an_unknown_state_with_borders_is_refused(load):
    facts = {"key": "zz", "borders_russia": True, "borders_belarus": False}
    assert "state.key: 'zz' is no state" in refused(load, written("entry-state", state=facts))


def test_an_unknown_action_or_precision_is_refused(load):
    assert "$[0]" not in refused(load, *SOUND, action(action="farewell"))
    assert "treaty_action.date_precision" in refused(load, *SOUND, action(date_precision="about"))


@pytest.fixture
def db():
    opened = blank_database()
    with opened.atomic():
        register_all(Writer(opened))
    yield opened
    opened.close()


def test_nothing_is_stored_of_a_dossier_with_a_wrong_entry(db, load):
    with pytest.raises(DossierError):
        load(*SOUND, action(state="zz"))
    with pytest.raises(DossierError):
        load_dossier(db)
    assert db["dossier_entries"].count == 0


def test_the_treaty_entries_load_and_loading_again_writes_nothing(db):
    load_dossier(db)
    assert load_dossier(db) == 0
    assert [key for (key,) in db.execute("SELECT key FROM treaties ORDER BY key")] == [
        "apmbc",
        "ccm",
        "ccw",
        "ccw-ap2",
    ]


def test_a_corrected_day_changes_one_row_and_leaves_a_revision(db, monkeypatch):
    load_dossier(db)
    real = entries()

    def corrected():
        for entry in real:
            if entry.key == "apmbc-ua-suspension":
                act = structs.replace(entry.treaty_action, date=dt.date(2025, 7, 17))
                yield structs.replace(entry, treaty_action=act)
            else:
                yield entry

    monkeypatch.setattr(dossier, "entries", corrected)
    assert load_dossier(db) == 2
    found = db.execute(
        "SELECT table_name, row_key, column_name, old_value, new_value FROM revisions"
    ).fetchall()
    assert found == [("treaty_actions", "apmbc-ua-suspension", "date", "2025-07-18", "2025-07-17")]


def test_of_the_five_only_lithuania_was_ever_party_to_the_convention_on_cluster_munitions(db):
    load_dossier(db)
    sql = (
        "SELECT DISTINCT state FROM treaty_status WHERE treaty = 'ccm' AND status LIKE 'party%'"
        " AND state IN ('ee', 'fi', 'lt', 'lv', 'pl')"
    )
    assert db.execute(sql).fetchall() == [("lt",)]


def test_estonia_and_finland_border_russia_only(db):
    load_dossier(db)
    sql = "SELECT key, borders_russia, borders_belarus FROM states WHERE dossier_entry_id <> '' ORDER BY key"
    assert db.execute(sql).fetchall() == [
        ("ee", 1, 0),
        ("fi", 1, 0),
        ("lt", 1, 1),
        ("lv", 1, 1),
        ("pl", 1, 1),
    ]


def test_every_withdrawal_names_the_bill_that_it_carries_out(db):
    load_dossier(db)
    sql = (
        "SELECT count(*), count(bills.key) FROM treaty_actions AS act"
        " LEFT JOIN bills ON bills.key = act.bill_key WHERE act.action = 'withdrawal'"
    )
    assert db.execute(sql).fetchone() == (6, 6)
