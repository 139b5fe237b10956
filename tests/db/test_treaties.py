"""What pages tell of a treaty is kept as told; the same action told by several is one."""

import datetime as dt

import pytest
from invented_treaty import ELSEWHERE, LATER, STATES, UN_PAGE, action, page, row, settled, treaty

from db.records import StateFacts
from db.rows import ContradictionError


@pytest.fixture
def depositary(house):
    house.writer.register(STATES)
    house.says(treaty(), origin="dossier")
    return house


def status(house, state="xa"):
    return house.rows(
        "SELECT status, since FROM treaty_status WHERE state = ? ORDER BY since DESC LIMIT 1", state
    )


def differences(house):
    return house.rows(
        "SELECT kind, subject_key, field, official_value, other_value FROM discrepancies ORDER BY 1, 3, 5"
    )


def test_a_table_its_actions_and_its_count_are_stored(depositary):
    depositary.says(page(row(), actions=[action()], parties=1), url=UN_PAGE)
    assert depositary.row("SELECT key, name, state, date FROM treaty_participants") == (
        "apmbc-xa-in-un-status",
        "Atlantis",
        "xa",
        "2003-05-12",
    )
    assert depositary.row("SELECT key, is_official, confidence, told_by FROM treaty_actions") == (
        "apmbc-xa-ratification-2003-05-12-in-un-status",
        1,
        "official",
        "un-status",
    )
    assert depositary.row("SELECT read_on, parties, signatories FROM treaty_counts") == (
        "2025-02-01",
        1,
        None,
    )


def test_the_same_page_again_writes_nothing(depositary):
    told = page(row(), actions=[action()], parties=1)
    depositary.says(told, url=UN_PAGE)
    first = depositary.provenance(url=UN_PAGE)
    before = depositary.db.conn.total_changes
    depositary.writer.store([told], first)
    assert depositary.db.conn.total_changes == before


def test_the_count_of_each_day_stays(depositary):
    depositary.says(page(row(), parties=1), url=UN_PAGE)
    depositary.says(page(row(), parties=2), url=UN_PAGE, at=LATER)
    assert depositary.rows("SELECT read_on, parties FROM treaty_counts ORDER BY 1") == [
        ("2025-02-01", 1),
        ("2025-03-01", 2),
    ]


def test_a_row_that_gets_brackets_is_a_revision(depositary):
    depositary.says(page(row()), url=UN_PAGE)
    depositary.says(page(row(is_bracketed=True)), url=UN_PAGE, at=LATER)
    assert depositary.row("SELECT table_name, row_key, column_name, old_value, new_value FROM revisions") == (
        "treaty_participants",
        "apmbc-xa-in-un-status",
        "is_bracketed",
        "0",
        "1",
    )


def test_a_row_that_is_no_longer_listed_is_marked_and_stays(depositary):
    depositary.says(page(row(), row("xb", "Brobdingnag"), actions=[action()]), url=UN_PAGE)
    depositary.says(page(row("xb", "Brobdingnag")), url=UN_PAGE, at=LATER)
    assert depositary.rows("SELECT state, withdrawn_at FROM treaty_participants ORDER BY 1") == [
        ("xa", LATER),
        ("xb", None),
    ]
    assert depositary.row("SELECT withdrawn_at FROM treaty_actions") == (LATER,)


def test_a_state_whose_row_shows_another_day_keeps_the_first_in_its_history(depositary):
    again = dt.date(2021, 1, 20)
    depositary.says(page(row(), actions=[action()]), url=UN_PAGE)
    depositary.says(
        page(row(date=again, action="accession"), actions=[action(kind="accession", date=again)]), url=UN_PAGE
    )
    found = depositary.rows("SELECT date, withdrawn_at IS NULL FROM treaty_actions ORDER BY date")
    assert found == [("2003-05-12", 0), ("2021-01-20", 1)]


def test_the_depositary_goes_before_others_who_tell_the_same(depositary):
    depositary.says(page(actions=[action(place="nl-database")], place="nl-database"), url=ELSEWHERE)
    depositary.says(page(actions=[action()]), url=UN_PAGE)
    settled(depositary)
    official, other = (
        f"apmbc-xa-ratification-2003-05-12-in-{place}" for place in ("un-status", "nl-database")
    )
    assert depositary.rows("SELECT key, counts, event_key FROM treaty_actions ORDER BY counts DESC") == [
        (official, 1, official),
        (other, 0, official),
    ]
    assert differences(depositary) == [("confirms", official, "date", "2003-05-12", "2003-05-12")]


def test_another_day_and_another_way_contradict(depositary):
    other = action(kind="accession", date=dt.date(2003, 5, 13), place="nl-database")
    depositary.says(page(actions=[other], place="nl-database"), url=ELSEWHERE)
    depositary.says(page(actions=[action()]), url=UN_PAGE)
    settled(depositary)
    key = "apmbc-xa-ratification-2003-05-12-in-un-status"
    assert differences(depositary) == [
        ("contradicts", key, "action", "ratification", "accession"),
        ("contradicts", key, "date", "2003-05-12", "2003-05-13"),
    ]


def test_how_a_state_joined_is_not_contradicted_by_who_does_not_know(depositary):
    depositary.says(page(actions=[action(kind="joining", place="nl")], place="nl"), url=ELSEWHERE)
    depositary.says(page(actions=[action()]), url=UN_PAGE)
    settled(depositary)
    assert [kind for kind, *_ in differences(depositary)] == ["confirms"]


def test_stated_effects_are_compared_with_one_another_and_with_the_rule(depositary):
    stated = dt.date(2003, 11, 1)
    wrong = action(effect=dt.date(2003, 10, 1), place="nl-database")
    depositary.says(page(actions=[wrong], place="nl-database"), url=ELSEWHERE)
    depositary.says(page(actions=[action(effect=stated)]), url=UN_PAGE)
    settled(depositary)
    assert [
        (kind, official, other)
        for kind, _, field, official, other in differences(depositary)
        if field != "date"
    ] == [
        ("contradicts", "2003-11-01", "2003-10-01"),
        ("rule", "2003-10-01", "2003-11-01"),
    ]


def test_what_is_told_again_in_a_chain_hangs_on_one_that_counts(depositary):
    days = [dt.date(2003, 1, 1), dt.date(2003, 5, 1), dt.date(2003, 9, 1)]
    depositary.says(page(actions=[action(date=day, place="a") for day in days], place="a"), url=ELSEWHERE)
    settled(depositary)
    counting = {key for (key,) in depositary.rows("SELECT key FROM treaty_actions WHERE counts")}
    assert {key for (key,) in depositary.rows("SELECT event_key FROM treaty_actions")} == counting


def test_joinings_years_apart_are_two(depositary):
    depositary.says(page(actions=[action(), action(date=dt.date(2010, 1, 1))]), url=UN_PAGE)
    settled(depositary)
    assert depositary.row("SELECT count(*) FROM treaty_actions WHERE counts") == (2,)


def test_objections_to_two_states_are_two(depositary):
    day = dt.date(2025, 10, 18)
    objections = [action("xb", "objection", day, place=f"to-{one}", target=one) for one in ("xa", "xc")]
    depositary.says(page(actions=objections), url=UN_PAGE)
    settled(depositary)
    assert depositary.row("SELECT count(*) FROM treaty_actions WHERE counts") == (2,)


def test_settling_again_writes_nothing(depositary):
    depositary.says(page(actions=[action(place="nl")], place="nl"), url=ELSEWHERE)
    depositary.says(page(actions=[action()]), url=UN_PAGE)
    settled(depositary)
    before = depositary.db.conn.total_changes
    settled(depositary)
    assert depositary.db.conn.total_changes == before


def test_once_the_depositarys_table_is_read_whoever_is_not_in_it_is_no_party(depositary):
    depositary.says(page(row(), actions=[action()]), url=UN_PAGE)
    assert status(depositary) == [("party", "2003-11-01")]
    assert status(depositary, "xb") == [("not a party", "1997-09-18")]


def test_by_another_table_nothing_is_known_of_who_is_not_in_it(depositary):
    depositary.says(page(row(), actions=[action(place="nl")], place="nl"), url=ELSEWHERE)
    assert status(depositary, "xb") == []


def test_a_state_in_brackets_is_neither_party_nor_not(depositary):
    depositary.says(page(row(is_bracketed=True), actions=[action(is_bracketed=True)]), url=UN_PAGE)
    assert status(depositary) == []


def test_a_state_in_brackets_has_left_once_its_withdrawal_is_known(depositary):
    depositary.says(page(row(is_bracketed=True), actions=[action(is_bracketed=True)]), url=UN_PAGE)
    depositary.says(action(kind="withdrawal", date=dt.date(2025, 6, 27)), origin="dossier")
    assert status(depositary) == [("not a party", "2025-12-27")]


def test_an_older_withdrawal_does_not_explain_brackets_round_a_later_joining(depositary):
    depositary.says(action(kind="withdrawal", date=dt.date(2001, 6, 27)), origin="dossier")
    depositary.says(page(row(is_bracketed=True), actions=[action(is_bracketed=True)]), url=UN_PAGE)
    assert status(depositary) == []


def test_whom_a_state_borders_is_said_and_revised(depositary):
    facts = {"key": "xa", "borders_belarus": False}
    depositary.says(StateFacts(borders_russia=True, **facts), origin="dossier")
    assert depositary.says(StateFacts(borders_russia=True, **facts), origin="dossier") == 0
    depositary.says(StateFacts(borders_russia=False, **facts), origin="dossier")
    assert depositary.row("SELECT borders_russia, borders_belarus FROM states WHERE key = 'xa'") == (0, 0)
    assert depositary.row("SELECT row_key, column_name, old_value, new_value FROM revisions") == (
        "xa",
        "borders_russia",
        "1",
        "0",
    )


def test_facts_on_a_state_that_is_not_registered_are_refused(depositary):
    with pytest.raises(ContradictionError, match="zz: no state"):
        depositary.says(StateFacts(key="zz", borders_russia=True, borders_belarus=True), origin="dossier")
