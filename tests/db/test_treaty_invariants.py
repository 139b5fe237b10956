"""The invariants on treaties pass on sound tables, and find exactly the one thing that was broken."""

import datetime as dt

import pytest
from invented_treaty import LATER, STATES, UN_PAGE, action, page, row, settled, treaty

from db.checks import invariants, violations

KNOWN = {invariant.name: invariant for invariant in invariants()}
RATIFIED = "apmbc-xa-ratification-2003-05-12-in-un-status"
STAYED = "apmbc-xb-ratification-2003-05-12-in-un-status"
LEFT = "apmbc-xa-withdrawal-2025-06-27-in-un-status"
REVISION = (
    "INSERT INTO revisions (table_name, row_key, column_name, old_value, new_value, response_id, seen_at)"
    f" VALUES ('treaty_participants', 'apmbc-xb-in-un-status', 'is_bracketed', '0', '1', 1, '{LATER}')"
)
OURS = (
    "effects_follow_deposits",
    "withdrawals_are_by_parties",
    "treaty_counts_agree",
    "treaty_actions_agree",
    "brackets_are_explained",
    "counted_actions_are_still_shown",
    "participants_do_not_change_unseen",
)
ALSO = ("every_row_has_a_source", "dates_are_iso", "keys_are_clean", "figures_are_not_negative")


@pytest.fixture
def told(house):
    """Two states joined; one has left, and stands in brackets."""
    house.writer.register(STATES)
    house.says(treaty(), origin="dossier")
    withdrawal = action(kind="withdrawal", date=dt.date(2025, 6, 27), effect=dt.date(2025, 12, 27))
    joined = action("xb")
    rows = (row(is_bracketed=True), row("xb", "Brobdingnag"))
    house.says(
        page(*rows, actions=[action(is_bracketed=True), withdrawal, joined], parties=1),
        url=UN_PAGE,
        at="2026-02-01T10:00:00.000+00:00",
    )
    return settled(house)


def findings(house, name):
    return [(found.subject_key, found.message) for found in violations(house.db, KNOWN[name])]


@pytest.mark.parametrize("name", OURS + ALSO)
def test_sound_tables_pass(name, told):
    assert findings(told, name) == []


@pytest.mark.parametrize(
    ("name", "damage", "expected"),
    [
        (
            "effects_follow_deposits",
            f"UPDATE told_actions SET effect_date = '2003-05-11' WHERE key = '{STAYED}'",
            [
                (
                    STAYED,
                    "deposited on 2003-05-12, in effect on 2003-05-11",
                )
            ],
        ),
        (
            "withdrawals_are_by_parties",
            f"DELETE FROM told_actions WHERE key = '{RATIFIED}'",
            [(LEFT, "xa withdrew from apmbc on 2025-06-27 without being a party")],
        ),
        (
            "treaty_counts_agree",
            "UPDATE treaty_counts SET parties = 2",
            [
                ("apmbc", "un-status, 2026-02-01: 2 parties stated, 1 by the actions"),
                ("apmbc", "un-status, its rows, 2026-02-01: 2 parties stated, 1 counted"),
            ],
        ),
        (
            "treaty_actions_agree",
            f"UPDATE told_actions SET effect_date = '2025-12-28' WHERE key = '{LEFT}'",
            [(LEFT, "effect_date: 2025-12-28, but 2025-12-27 by six months")],
        ),
        (
            "brackets_are_explained",
            f"DELETE FROM told_actions WHERE key = '{LEFT}'",
            [("apmbc-xa", 'un-status prints "Atlantis" in brackets, and no withdrawal is known')],
        ),
        (
            "counted_actions_are_still_shown",
            f"UPDATE told_actions SET withdrawn_at = '{LATER}' WHERE key = '{LEFT}'",
            [(LEFT, "withdrawal of 2025-06-27, last shown before 2025-03-01")],
        ),
        (
            "participants_do_not_change_unseen",
            REVISION,
            [("apmbc-xb-in-un-status", "is_bracketed: 0 became 1 on 2025-03-01")],
        ),
        (
            "every_row_has_a_source",
            "UPDATE treaty_counts SET response_id = NULL",
            [("apmbc-un-status-2026-02-01", "no source")],
        ),
        (
            "every_row_has_a_source",
            f"UPDATE told_actions SET response_id = NULL WHERE key = '{LEFT}'",
            [(LEFT, "no source")],
        ),
        (
            "dates_are_iso",
            "UPDATE treaty_participants SET date = '12.5.2003' WHERE state = 'xb'",
            [("apmbc-xb-in-un-status", 'date is "12.5.2003"')],
        ),
        (
            "keys_are_clean",
            "UPDATE treaty_counts SET key = 'a b'",
            [("a b", '"a b" in treaty_counts')],
        ),
        (
            "figures_are_not_negative",
            "UPDATE treaty_counts SET signatories = -1",
            [("apmbc-un-status-2026-02-01", "signatories is -1")],
        ),
    ],
)
def test_what_was_broken_is_found(name, damage, expected, told):
    told.damage(damage)
    assert findings(told, name) == expected


def test_a_state_that_has_deposited_is_counted_before_it_is_bound(told):
    told.says(action("xc", date=dt.date(2026, 1, 5)), url=UN_PAGE)
    told.says(row_of_three(), url=UN_PAGE, at="2026-02-01T10:00:00.000+00:00")
    assert findings(told, "treaty_counts_agree") == []


def row_of_three():
    rows = (
        row(is_bracketed=True),
        row("xb", "Brobdingnag"),
        row("xc", "Cockaigne", action="accession", date=dt.date(2026, 1, 5)),
    )
    left = action(kind="withdrawal", date=dt.date(2025, 6, 27), effect=dt.date(2025, 12, 27))
    return page(
        *rows, actions=[action(), left, action("xb"), action("xc", date=dt.date(2026, 1, 5))], parties=2
    )


def test_an_effect_of_a_successor_may_come_first(told):
    early = action("xc", "succession", dt.date(2006, 10, 23), effect=dt.date(2006, 6, 3))
    told.says(early, url=UN_PAGE)
    assert findings(told, "effects_follow_deposits") == []
