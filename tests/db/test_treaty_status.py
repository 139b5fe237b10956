"""Who is party to what on which day: the rules of months, and the known cases by a table made by hand."""

import calendar
import datetime as dt
import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest
from blank import blank_database
from hypothesis import example, given
from hypothesis import strategies as st
from invented_treaty import STATES, treaty

from db.dossier import load_dossier
from db.rows import Provenance
from db.writer import Writer
from scrapers.intake import register_all

PARTY, PENDING, NONE = "party", "party, withdrawal pending", "not a party"
SUSPENDED = "party, suspension notified and objected to"
WORDS = {"P": PARTY, "W": PENDING, "-": NONE, "S": SUSPENDED}

OTTAWA = """
    day        ee lv lt pl fi ua no us va ck
    1999-02-28  -  -  -  -  -  -  -  -  -  -
    1999-03-01  -  -  -  -  -  -  P  -  P  -
    2003-10-31  -  -  -  -  -  -  P  -  P  -
    2003-11-01  -  -  P  -  -  -  P  -  P  -
    2004-10-31  -  -  P  -  -  -  P  -  P  -
    2004-11-01  P  -  P  -  -  -  P  -  P  -
    2005-12-31  P  -  P  -  -  -  P  -  P  -
    2006-01-01  P  P  P  -  -  -  P  -  P  -
    2006-05-31  P  P  P  -  -  -  P  -  P  -
    2006-06-01  P  P  P  -  -  P  P  -  P  -
    2006-08-31  P  P  P  -  -  P  P  -  P  -
    2006-09-01  P  P  P  -  -  P  P  -  P  P
    2012-06-30  P  P  P  -  -  P  P  -  P  P
    2012-07-01  P  P  P  -  P  P  P  -  P  P
    2013-05-31  P  P  P  -  P  P  P  -  P  P
    2013-06-01  P  P  P  P  P  P  P  -  P  P
    2025-05-08  P  P  P  P  P  P  P  -  P  P
    2025-06-26  P  P  P  P  P  P  P  -  P  P
    2025-06-27  W  W  W  P  P  P  P  -  P  P
    2025-07-09  W  W  W  P  P  P  P  -  P  P
    2025-07-10  W  W  W  P  W  P  P  -  P  P
    2025-07-18  W  W  W  P  W  P  P  -  P  P
    2025-08-19  W  W  W  P  W  P  P  -  P  P
    2025-08-20  W  W  W  W  W  P  P  -  P  P
    2025-10-17  W  W  W  W  W  P  P  -  P  P
    2025-10-18  W  W  W  W  W  S  P  -  P  P
    2025-12-26  W  W  W  W  W  S  P  -  P  P
    2025-12-27  -  -  -  W  W  S  P  -  P  P
    2026-01-09  -  -  -  W  W  S  P  -  P  P
    2026-01-10  -  -  -  W  -  S  P  -  P  P
    2026-02-19  -  -  -  W  -  S  P  -  P  P
    2026-02-20  -  -  -  -  -  S  P  -  P  P
    2026-12-31  -  -  -  -  -  S  P  -  P  P
"""
CLUSTER = """
    day        ee lv lt pl fi ua no us va ck
    2010-07-31  -  -  -  -  -  -  -  -  -  -
    2010-08-01  -  -  -  -  -  -  P  -  P  -
    2011-08-31  -  -  -  -  -  -  P  -  P  -
    2011-09-01  -  -  P  -  -  -  P  -  P  -
    2012-01-31  -  -  P  -  -  -  P  -  P  -
    2012-02-01  -  -  P  -  -  -  P  -  P  P
    2024-07-18  -  -  P  -  -  -  P  -  P  P
    2024-09-05  -  -  P  -  -  -  P  -  P  P
    2024-09-06  -  -  W  -  -  -  P  -  P  P
    2025-03-05  -  -  W  -  -  -  P  -  P  P
    2025-03-06  -  -  -  -  -  -  P  -  P  P
    2026-02-20  -  -  -  -  -  -  P  -  P  P
"""
PROTOCOL = """
    day        ee lv lt pl fi ua no us va
    1998-12-02  -  -  -  -  -  -  -  -  -
    1998-12-03  -  -  P  -  P  -  P  -  P
    1999-11-23  -  -  P  -  P  -  P  -  P
    1999-11-24  -  -  P  -  P  -  P  P  P
    2000-06-14  -  -  P  -  P  -  P  P  P
    2000-06-15  -  -  P  -  P  P  P  P  P
    2000-10-20  P  -  P  -  P  P  P  P  P
    2003-02-21  P  -  P  -  P  P  P  P  P
    2003-02-22  P  P  P  -  P  P  P  P  P
    2004-04-13  P  P  P  -  P  P  P  P  P
    2004-04-14  P  P  P  P  P  P  P  P  P
    2026-02-20  P  P  P  P  P  P  P  P  P
"""
AS_OF = (
    "SELECT status FROM treaty_status"
    " WHERE treaty = :treaty AND state = :state AND since <= :day AND (until IS NULL OR :day < until)"
)


def cases():
    for key, grid in (("apmbc", OTTAWA), ("ccm", CLUSTER), ("ccw-ap2", PROTOCOL)):
        head, *lines = (line.split() for line in grid.strip().splitlines())
        for day, *marks in lines:
            yield key, day, dict(zip(head[1:], (WORDS[mark] for mark in marks), strict=True))


@pytest.fixture(scope="module")
def dossier():
    with closing(blank_database()) as db:
        with db.atomic():
            register_all(Writer(db))
        load_dossier(db)
        yield db


@pytest.mark.parametrize(("key", "day", "expected"), list(cases()))
def test_status_on_the_days_around_each_change(dossier, key, day, expected):
    asked = [{"treaty": key, "state": state, "day": day} for state in expected]
    found = {one["state"]: dossier.execute(AS_OF, one).fetchall() for one in asked}
    assert found == {state: [(status,)] for state, status in expected.items()}


def test_the_four_known_withdrawals_fit_the_rule(dossier):
    found = dossier.execute(
        "SELECT treaty, state, date, effect_date, computed_effect FROM treaty_actions"
        " WHERE action = 'withdrawal' ORDER BY date, state"
    ).fetchall()
    assert found == [
        ("ccm", "lt", "2024-09-06", "2025-03-06", "2025-03-06"),
        *(("apmbc", state, "2025-06-27", "2025-12-27", "2025-12-27") for state in ("ee", "lt", "lv")),
        ("apmbc", "fi", "2025-07-10", "2026-01-10", "2026-01-10"),
        ("apmbc", "pl", "2025-08-20", "2026-02-20", "2026-02-20"),
    ]


def test_a_status_names_its_rule_its_effect_and_the_actions_behind_it(dossier):
    (found,) = dossier.execute(
        "SELECT effect, effect_basis, rule, actions FROM treaty_status"
        " WHERE treaty = 'apmbc' AND state = 'pl' AND status = ?",
        [PENDING],
    ).fetchall()
    assert found[:2] == ("2026-02-20", "derived")
    assert "six calendar months" in found[2]
    assert "armed conflict" in found[2]
    assert found[3] == "apmbc-pl-ratification apmbc-pl-withdrawal"


def test_a_suspension_is_no_withdrawal(dossier):
    (found,) = dossier.execute(
        "SELECT until, rule, actions FROM treaty_status WHERE status = ?", [SUSPENDED]
    ).fetchall()
    assert found[:2] == (None, "a suspension is no withdrawal: the state stays a party")
    assert found[2].split()[:2] == ["apmbc-ua-ratification", "apmbc-ua-suspension"]


def test_the_states_that_objected_are_named_with_their_target(dossier):
    found = dossier.execute("SELECT state FROM treaty_actions WHERE action = 'objection' AND target = 'ua'")
    assert {state for (state,) in found} == {"at", "be", "ch", "co", "no", "nz"}


def test_the_clock_counts_from_deposit_to_effect_and_to_today(dossier):
    rows = dossier.execute(
        "SELECT deposit, effect, days_between, days_left, days_since FROM treaty_clock WHERE state = 'lt'"
        " AND action = 'withdrawal' AND treaty = 'apmbc'"
    )
    ((deposit, effect, between, left, since),) = rows.fetchall()
    assert (deposit, effect, between) == ("2025-06-27", "2025-12-27", 183)
    today = dt.datetime.now(dt.UTC).date()
    assert (left, since) == (None, (today - dt.date(2025, 12, 27)).days)


def test_intervals_of_a_state_follow_one_another_without_a_gap(dossier):
    rows = dossier.execute(
        "SELECT treaty, state, since, until, status FROM treaty_status ORDER BY 1, 2, 3"
    ).fetchall()
    for before, after in pairwise(rows):
        if before[:2] == after[:2]:
            assert before[3] == after[2]
            assert before[4] != after[4]
        else:
            assert before[3] is None


def test_plain_sqlite_gives_the_same(dossier, tmp_path):
    dossier.conn.execute("VACUUM INTO ?", [str(tmp_path / "copy.db")])
    sql = "SELECT * FROM treaty_status ORDER BY treaty, state, since"
    with closing(sqlite3.connect(tmp_path / "copy.db")) as plain:
        assert plain.execute(sql).fetchall() == dossier.execute(sql).fetchall()


# The rules of months, on an invented state.

INSERT = (
    "INSERT INTO told_actions (key, treaty, state, action, date, date_precision, effect_date, target,"
    " is_bracketed, event_key, origin, source_url, dossier_entry_id)"
    " VALUES (:key, :treaty, :state, :action, :date, :precision, :effect, :target, 0, NULL, 'dossier',"
    " 'x', 1)"
)


@pytest.fixture(scope="module")
def invented():
    with closing(blank_database()) as db:
        writer = Writer(db)
        writer.register(STATES)
        db["dossier_entries"].insert(
            {"id": 1, "key": "x", "source_url": "x", "source_name": "x", "confidence": "official"}
        )
        source = Provenance(origin="dossier", source_url="x", seen_at="2025", dossier_entry_id=1)
        same_day = treaty(key="same", mtdsg_no="same", joining_from="same day", withdrawal_months=12)
        with db.atomic():
            writer.store([treaty(), same_day], source)
        yield db


def tell(db, *actions, treaty="apmbc"):
    db.execute("DELETE FROM told_actions")
    for number, (action, date, *more) in enumerate(actions):
        row = {"key": f"a{number}", "treaty": treaty, "state": "xa", "action": action, "date": str(date)}
        rest = {"precision": "day", "effect": None, "target": None} | (more[0] if more else {})
        db.execute(INSERT, {**row, **rest})


def statuses(db):
    return db.execute(
        "SELECT status, since, until FROM treaty_status WHERE state = 'xa' ORDER BY since"
    ).fetchall()


def months_after(day, months):
    """The same day of a later month, or its last day: the rule, written down a second time."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


DAYS = st.dates(min_value=dt.date(1999, 4, 1), max_value=dt.date(2400, 1, 1))


@given(DAYS)
@example(dt.date(2025, 8, 31))
@example(dt.date(2027, 8, 31))
@example(dt.date(2024, 2, 29))
@example(dt.date(2025, 12, 31))
def test_a_withdrawal_takes_effect_on_the_same_day_six_months_later_or_on_the_last_of_the_month(
    invented, day
):
    tell(invented, ("accession", "1999-03-01"), ("withdrawal", day))
    sql = "SELECT effect_date, effect_basis FROM treaty_actions WHERE action = 'withdrawal'"
    assert invented.execute(sql).fetchone() == (months_after(day, 6).isoformat(), "derived")


@given(DAYS)
def test_joining_takes_effect_on_the_first_day_of_the_sixth_month_after_the_deposit(invented, day):
    tell(invented, ("accession", day))
    (found,) = invented.execute("SELECT effect_date FROM treaty_actions").fetchone()
    assert found == months_after(day.replace(day=1), 6).isoformat()


@given(DAYS)
def test_of_a_treaty_with_other_rules_the_other_rules_hold(invented, day):
    tell(invented, ("accession", day), ("withdrawal", day), treaty="same")
    found = [row[0] for row in invented.execute("SELECT effect_date FROM treaty_actions ORDER BY action")]
    assert found == [months_after(day, 6).isoformat(), months_after(day, 12).isoformat()]


@given(DAYS, st.integers(min_value=-400, max_value=400))
def test_on_every_day_there_is_one_status_and_it_follows_from_the_withdrawal(invented, day, distance):
    tell(invented, ("accession", "1998-01-01"), ("withdrawal", day))
    asked, effect = day + dt.timedelta(distance), months_after(day, 6)
    if asked < dt.date(1999, 3, 1):
        expected = NONE
    else:
        expected = PARTY if asked < day else PENDING if asked < effect else NONE
    if asked >= dt.date(1997, 9, 18):
        found = invented.execute(AS_OF, {"treaty": "apmbc", "state": "xa", "day": str(asked)}).fetchall()
        assert found == [(expected,)]


def test_who_joined_before_the_treaty_was_in_force_is_bound_with_it(invented):
    tell(invented, ("ratification", "1998-01-05"))
    assert statuses(invented)[1] == (PARTY, "1999-03-01", None)


def test_a_stated_effect_goes_before_the_rule(invented):
    tell(invented, ("accession", "2001-01-01", {"effect": "2001-02-03"}))
    assert statuses(invented)[1] == (PARTY, "2001-02-03", None)


def test_a_state_that_came_back_is_a_party_again(invented):
    tell(invented, ("accession", "2001-01-01"), ("withdrawal", "2005-01-31"), ("accession", "2010-05-05"))
    assert statuses(invented) == [
        (NONE, "1997-09-18", "2001-07-01"),
        (PARTY, "2001-07-01", "2005-01-31"),
        (PENDING, "2005-01-31", "2005-07-31"),
        (NONE, "2005-07-31", "2010-11-01"),
        (PARTY, "2010-11-01", None),
    ]


def test_a_signatory_alone_is_no_knowledge_of_a_status(invented):
    tell(invented, ("signature", "1997-12-03"))
    assert statuses(invented) == []


def test_provisional_application_makes_no_party(invented):
    tell(invented, ("no action", "2014-01-27"), ("provisional application", "2011-03-24"))
    assert statuses(invented) == [(NONE, "1997-09-18", None)]


def test_a_suspension_to_which_nobody_objected_changes_nothing(invented):
    tell(invented, ("accession", "2001-01-01"), ("suspension", "2025-07-18"))
    assert statuses(invented)[-1] == (PARTY, "2001-07-01", None)


def test_an_objection_counts_from_the_last_day_on_which_it_can_have_been_made(invented):
    objection = ("objection", "2025-10-01", {"target": "xa", "precision": "month"})
    tell(invented, ("accession", "2001-01-01"), ("suspension", "2025-07-18"), objection)
    assert statuses(invented)[-1] == (SUSPENDED, "2025-10-31", None)


def test_a_withdrawal_after_a_suspension_is_a_withdrawal(invented):
    objection = ("objection", "2025-10-18", {"target": "xa"})
    tell(
        invented,
        ("accession", "2001-01-01"),
        ("suspension", "2025-07-18"),
        objection,
        ("withdrawal", "2026-01-01"),
    )
    assert [status for status, *_ in statuses(invented)] == [NONE, PARTY, SUSPENDED, PENDING, NONE]


def test_a_successor_is_bound_from_the_day_that_is_stated_or_else_of_its_notice(invented):
    tell(invented, ("succession", "2006-10-23", {"effect": "2006-06-03"}))
    assert statuses(invented)[-1] == (PARTY, "2006-06-03", None)
    tell(invented, ("succession", "2006-10-23"))
    assert statuses(invented)[-1] == (PARTY, "2006-10-23", None)


def test_of_a_withdrawal_whose_day_is_not_known_no_effect_is_computed(invented):
    tell(invented, ("accession", "2001-01-01"), ("withdrawal", "2025-07-01", {"precision": "month"}))
    assert statuses(invented)[-1] == (PARTY, "2001-07-01", None)
