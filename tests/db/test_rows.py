import datetime as dt

import pytest
from blank import blank_database
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_house import MOMENT, URL, House

from db.rows import Provenance, Rows, value_of

LATER = "2025-02-02T10:00:00.000+00:00"
BILL = {
    "key": "zz-house-bill-7",
    "chamber": "zz-house",
    "number": "7",
    "title": "Lex de nihilo",
    "kind": None,
    "is_stated": 1,
}
MENTION = {name: BILL[name] for name in ("key", "chamber", "number")} | {"title": "?", "is_stated": 0}
BETTER = [("sample", "dossier"), ("dossier", "live"), ("sample", "live")]
"""Pairs of origins: the second may replace the first."""
FACTION = {"key": "zz-house-blue", "chamber": "zz-house", "label": "Blue", "is_stated": 0}


@pytest.fixture
def rows(house):
    return Rows(house.db)


@pytest.fixture
def put(house, rows):
    """Put a bill that differs in some columns, as an answer of this origin says it."""

    def put(origin="live", at=MOMENT, **columns):
        return rows.put("bills", {**BILL, **columns}, house.provenance(origin=origin, at=at))

    return put


def bill(house):
    (found,) = house.db.query("SELECT * FROM bills")
    return found


def revisions(house):
    return house.rows("SELECT column_name, old_value, new_value FROM revisions ORDER BY id")


def test_a_new_row_is_stored_with_its_provenance(house, put):
    stored = put()
    assert (stored.is_new, stored.is_accepted) == (True, True)
    found = bill(house)
    assert (found["title"], found["origin"], found["source_url"]) == ("Lex de nihilo", "live", URL)
    assert found["response_id"] is not None
    assert found["dossier_entry_id"] is None


def test_an_equal_row_is_left_alone(house, put, rows):
    put()
    again = house.provenance()
    before = house.db.conn.total_changes
    stored = rows.put("bills", BILL, again)
    assert house.db.conn.total_changes == before
    assert (stored.is_new, stored.is_accepted) == (False, True)


def test_a_changed_value_makes_a_revision_and_a_new_provenance(house, put):
    put()
    first = bill(house)["response_id"]
    put(title="Lex de nihilo nova", at=LATER)
    found = bill(house)
    assert found["title"] == "Lex de nihilo nova"
    assert found["response_id"] != first
    (revision,) = house.db.query("SELECT * FROM revisions")
    assert revision == {
        "id": 1,
        "table_name": "bills",
        "row_key": "zz-house-bill-7",
        "column_name": "title",
        "old_value": "Lex de nihilo",
        "new_value": "Lex de nihilo nova",
        "response_id": found["response_id"],
        "dossier_entry_id": None,
        "seen_at": LATER,
    }


def test_what_a_row_leaves_out_stays(house, put, rows):
    put(kind="government")
    row = {name: value for name, value in BILL.items() if name != "kind"}
    rows.put("bills", {**row, "title": "Lex nova"}, house.provenance())
    assert (bill(house)["title"], bill(house)["kind"]) == ("Lex nova", "government")


def test_a_value_that_becomes_unknown_makes_a_revision(house, put):
    put(kind="government")
    put(kind=None)
    assert revisions(house) == [("kind", "government", None)]


def test_a_mention_makes_a_row(house, put):
    put(**MENTION)
    assert (bill(house)["title"], bill(house)["is_stated"]) == ("?", 0)


def test_a_mention_changes_nothing(house, put):
    put()
    stored = put(**MENTION)
    assert (stored.is_new, stored.is_accepted) == (False, False)
    assert bill(house)["title"] == "Lex de nihilo"


def test_what_a_mention_made_is_filled_in_without_a_revision(house, put):
    put(**MENTION)
    put()
    assert (bill(house)["title"], bill(house)["is_stated"]) == ("Lex de nihilo", 1)
    assert revisions(house) == []


def test_a_live_mention_is_filled_in_by_the_dossier(house, put):
    put("live", **MENTION)
    assert put("dossier").is_accepted
    assert (bill(house)["title"], bill(house)["origin"]) == ("Lex de nihilo", "dossier")


@pytest.mark.parametrize(("first", "second"), BETTER)
def test_a_better_origin_replaces_a_row(house, put, first, second):
    put(first)
    assert put(second, title="Lex nova").is_accepted
    assert (bill(house)["title"], bill(house)["origin"]) == ("Lex nova", second)


@pytest.mark.parametrize(("second", "first"), BETTER)
def test_a_worse_origin_replaces_nothing(house, put, first, second):
    put(first)
    assert not put(second, title="Lex falsa").is_accepted
    assert (bill(house)["title"], bill(house)["origin"]) == ("Lex de nihilo", first)
    assert revisions(house) == []


def test_an_official_answer_takes_over_an_equal_row_of_the_sample(house, put):
    put("sample")
    put("live")
    assert bill(house)["origin"] == "live"
    assert revisions(house) == []


def test_unknown_columns_are_filled_in_and_known_ones_stay(house, rows):
    rows.fill("factions", {**FACTION, "name": "The Blue group"}, house.provenance())
    changed = {**FACTION, "name": "Azure", "name_sv": "Blå", "label": "Azure"}
    identity = rows.fill("factions", changed, house.provenance())
    found = house.row("SELECT id, label, name, name_sv FROM factions")
    assert found == (identity, "Blue", "The Blue group", "Blå")
    assert revisions(house) == []


def test_filling_in_what_is_known_writes_nothing(house, rows):
    full = {**FACTION, "name": "The Blue group"}
    rows.fill("factions", full, house.provenance())
    again = house.provenance()
    before = house.db.conn.total_changes
    rows.fill("factions", {**full, "name_sv": None}, again)
    assert house.db.conn.total_changes == before


def test_the_sample_fills_in_nothing_of_a_live_row(house, rows):
    rows.fill("factions", FACTION, house.provenance())
    rows.fill("factions", {**FACTION, "name": "The Blue group"}, house.provenance("sample"))
    assert house.row("SELECT name, origin FROM factions") == (None, "live")


@pytest.fixture
def withdraw(house, rows, put):
    """Two stages of a bill, and a way to say which of them a source still shows."""
    put()
    for position in (1, 2):
        row = {"key": f"stage-{position}", "bill_key": BILL["key"], "position": position, "kind": "other"}
        stage = {**row, "label": "lectio", "date_precision": "day"}
        rows.put("stages", stage, house.provenance())

    def withdraw(*keep, **provenance):
        given = house.provenance(**provenance)
        rows.withdraw("stages", {"bill_key": BILL["key"]}, keep, given)
        return house.rows("SELECT key, withdrawn_at FROM stages ORDER BY position")

    return withdraw


def test_a_vanished_row_is_marked_not_deleted(house, withdraw):
    assert withdraw("stage-1", at=LATER) == [("stage-1", None), ("stage-2", LATER)]
    assert revisions(house) == [("withdrawn_at", None, LATER)]


def test_a_row_is_marked_once(house, withdraw):
    withdraw("stage-1", at=MOMENT)
    assert withdraw("stage-1", at=LATER)[1] == ("stage-2", MOMENT)
    assert len(revisions(house)) == 1


def test_another_source_withdraws_nothing(withdraw):
    assert withdraw(url="https://other.example") == [("stage-1", None), ("stage-2", None)]


def test_an_entry_of_the_dossier_on_the_same_address_withdraws_nothing(withdraw):
    assert withdraw(origin="dossier") == [("stage-1", None), ("stage-2", None)]


def test_a_row_that_returns_stands_again(house, withdraw, rows):
    withdraw("stage-1", at=LATER)
    stored = rows.find("stages", "stage-2")
    row = {name: stored[name] for name in ("key", "bill_key", "position", "kind", "label", "date_precision")}
    rows.put("stages", row, house.provenance())
    assert rows.find("stages", "stage-2")["withdrawn_at"] is None
    assert revisions(house)[-1] == ("withdrawn_at", LATER, None)


def test_a_row_that_is_not_there_is_none(rows):
    assert rows.find("bills", "no-such-key") is None


def test_a_curated_fact_carries_its_entry_instead_of_a_response():
    found = Provenance(origin="dossier", source_url=URL, seen_at=MOMENT, dossier_entry_id=3).columns()
    assert found == {"origin": "dossier", "source_url": URL, "response_id": None, "dossier_entry_id": 3}


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (None, None),
        (True, 1),
        (False, 0),
        (0, 0),
        ("", ""),
        (dt.date(2025, 6, 25), "2025-06-25"),
        (dt.datetime(2025, 6, 25, 22, 37, tzinfo=dt.timezone(dt.timedelta(hours=2))),
         "2025-06-25T20:37:00.000+00:00"),
    ],
)  # fmt: skip
def test_a_value_is_stored_as_text_or_number(value, stored):
    found = value_of(value)
    assert (found, type(found)) == (stored, type(stored))


@pytest.mark.parametrize("value", [1.5, b"x", ["x"]])
def test_nothing_else_is_stored(value):
    with pytest.raises(AssertionError):
        value_of(value)


@settings(max_examples=40, deadline=None)
@given(st.datetimes(timezones=st.timezones()).filter(lambda moment: 1 < moment.year < 9999))
def test_a_moment_is_stored_in_utc_whatever_its_zone(moment):
    stored = value_of(moment)
    assert stored.endswith("+00:00")
    assert abs(dt.datetime.fromisoformat(stored) - moment) < dt.timedelta(milliseconds=1)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["live", "sample"]), st.text(max_size=5)), max_size=8))
def test_every_change_of_a_value_can_be_retraced(said):
    house = House(blank_database())
    rows = Rows(house.db)
    for origin, title in said:
        rows.put("bills", {**BILL, "title": title}, house.provenance(origin=origin))
    titles = [found[0] for found in house.rows("SELECT title FROM bills")]
    for _, old, new in reversed(revisions(house)):
        assert titles.pop() == new
        titles.append(old)
    assert titles == [title for _, title in said[:1]]
    house.db.close()
