"""One timeline: what several sources tell of one event is one row, and names them all."""

import datetime as dt

import pytest
from invented_house import DAY, bill, stage, vote
from msgspec import structs

from db.conclusions import conclude
from db.identities import Reviewed
from db.records import (
    BillStage,
    Event,
    Office,
    PersonId,
    Signatory,
    State,
    Statement,
    Tally,
    Treaty,
    TreatyAction,
)

NOBODY = Reviewed(same={}, apart={})
BOOK = {"origin": "dossier", "url": "https://book.example/1"}
NOTHING = bill(is_tracked=True, treaty="xt")
PERSON = PersonId(scheme="zz", identifier="1", family_name="017", given_name="Member")
TREATY = Treaty(
    key="xt",
    name="Treaty on Nothing",
    short_name="Nothing",
    mtdsg_no="XX-1",
    adopted=dt.date(2000, 1, 1),
    opened=None,
    in_force=dt.date(2001, 1, 1),
    joining_months=6,
    joining_from="same day",
    joining_rule="six months on",
    withdrawal_months=6,
    withdrawal_rule="six months on",
    withdrawal_article="Article 9",
)


def curated(kind, day, identifier=None, position=10, **changes):
    step = stage(kind, day, label=f"In English: {kind}", identifier=identifier or kind, **changes)
    return BillStage(bill=NOTHING.key, position=position, stage=step)


def event(**changes):
    row = {
        "key": "zz-asked",
        "country": "zz",
        "date": dt.date(2025, 1, 3),
        "kind": "consultation",
        "title": "Somebody is asked",
        "actor": "A committee",
        "actor_kind": "parliament",
        "treaty": "xt",
    }
    return Event(**(row | changes))


def statement(**changes):
    row = {
        "key": "zz-said",
        "country": "zz",
        "date": dt.date(2025, 1, 3),
        "channel": "press",
        "language": "en",
        "url": "https://press.example/1",
        "gist": "Nothing should be done.",
        "signatories": (Signatory(name="Member 017", person=PERSON, office="Minister", country="zz"),),
    }
    return Statement(**(row | changes))


@pytest.fixture
def told(house):
    def tell(*says):
        for records, how in says:
            house.says(*records, **how)
        conclude(house.db, NOBODY)
        return list(house.db.query("SELECT * FROM timeline ORDER BY date, key"))

    return tell


def kinds(rows):
    return [(row["date"], row["kind"]) for row in rows]


def test_a_step_that_parliament_and_dossier_tell_is_one_event_of_the_parliament(told):
    (row,) = told(([NOTHING, curated("signature", 5)], BOOK), ([bill(stage("signature", 5))], {}))
    assert (row["origin"], row["source_url"]) == ("live", "https://house.example/answer")
    assert (row["title"], row["other_sources"]) == ("In English: signature", "https://book.example/1")


def test_where_nobody_put_it_into_english_the_kind_is_the_title_and_the_words_stand_beside_it(told):
    (row,) = told(([NOTHING], BOOK), ([bill(stage("signature", 5))], {}))
    assert (row["title"], row["words"], row["confidence"]) == ("Signature", "lectio signature", "official")


@pytest.mark.parametrize(("precision", "events"), [("month", 1), ("year", 1), ("day", 2)])
def test_a_date_counts_as_exactly_as_the_dossier_knows_it(told, precision, events):
    step = curated("signature", 1, date_precision=precision)
    rows = told(([NOTHING, step], BOOK), ([bill(stage("signature", 5))], {}))
    assert len(rows) == events


def test_steps_of_another_kind_on_the_same_day_stay_apart(told):
    rows = told(([NOTHING, curated("signature", 5)], BOOK), ([bill(stage("promulgation", 5))], {}))
    assert sorted(kinds(rows)) == [("2025-01-05", "promulgation"), ("2025-01-05", "signature")]


def test_a_curated_bill_and_its_official_row_with_another_key_are_one_bill(told):
    book = structs.replace(NOTHING, key="zz-house-known-by-title")
    step = structs.replace(curated("signature", 5), bill=book.key)
    (row,) = told(([book, step], BOOK), ([bill(stage("signature", 5))], {}))
    assert (row["bill_key"], row["treaty"]) == ("zz-house-bill-7", "xt")


def test_bills_that_are_not_followed_have_no_events(told):
    assert told(([bill(stage("signature", 5))], {})) == []


def test_a_final_vote_and_the_step_that_it_decided_are_one_event_with_its_tally(told):
    cast = vote(bill=NOTHING.key, is_final=True, declared=Tally(yes=2, no=1))
    (row,) = told(([NOTHING, curated("final vote", DAY.day)], BOOK), ([cast], {}))
    assert (row["kind"], row["vote_key"], row["page"]) == ("final vote", cast.key, f"/votes/{cast.key}")
    assert row["tally"] == "2 for, 1 against, ? abstaining"


def test_a_vote_that_no_step_names_is_an_event(told):
    cast = vote(bill=NOTHING.key, is_final=False)
    assert kinds(told(([NOTHING], BOOK), ([cast], {}))) == [("2025-01-15", "vote")]


def test_an_annulled_vote_is_none(told):
    assert told(([NOTHING], BOOK), ([vote(bill=NOTHING.key, is_annulled=True)], {})) == []


def test_what_happened_beside_the_bills_is_there(told):
    (row,) = told(([event()], BOOK))
    assert (row["state"], row["kind"], row["actor"], row["treaty"]) == (
        "zz",
        "consultation",
        "A committee",
        "xt",
    )


def test_a_statement_is_there_with_who_made_it(told):
    (row,) = told(([statement()], BOOK))
    assert (row["kind"], row["actor"], row["page"]) == (
        "statement",
        "Member 017, Minister",
        "/statements/zz-said",
    )


def test_an_announcement_and_the_statement_that_made_it_are_one_event(told):
    step = curated("announcement", 3, actor="Member 017, Minister")
    (row,) = told(([NOTHING, step, statement()], BOOK))
    assert (row["kind"], row["statement_key"]) == ("announcement", "zz-said")


def test_a_statement_of_another_day_stays_an_event(told):
    step = curated("announcement", 4, actor="Member 017, Minister")
    assert len(told(([NOTHING, step, statement()], BOOK))) == 2


def test_of_two_statements_of_a_day_the_joint_one_is_the_announcement(told):
    step = curated("announcement", 3, actor="Member 017, Minister, with others")
    joint = statement(key="zz-joint", country=None, channel="joint statement")
    rows = told(([NOTHING, step, statement(), joint], BOOK))
    assert {(row["kind"], row["statement_key"]) for row in rows} == {
        ("announcement", "zz-joint"),
        ("statement", "zz-said"),
    }


def test_an_event_and_the_statement_that_tells_it_are_one(told):
    (row,) = told(([event(actor="Member 017, Minister"), statement()], BOOK))
    assert (row["kind"], row["statement_key"]) == ("consultation", "zz-said")


@pytest.fixture
def left(told, house):
    house.writer.register([State(key="zz", name="Nowhere")])
    action = TreatyAction(
        key="xt-zz-out", treaty="xt", state="zz", action="withdrawal", date=dt.date(2025, 1, 31)
    )
    return told(([TREATY, NOTHING, curated("deposit", 31), action], BOOK))


def test_a_withdrawal_is_a_deposit_and_an_effect(left):
    assert kinds(left) == [("2025-01-31", "deposit"), ("2025-07-31", "effect")]


def test_the_step_of_the_bill_and_the_action_under_the_treaty_are_one_event(left):
    assert (left[0]["bill_key"], left[0]["action_key"]) == (NOTHING.key, "xt-zz-out")
    assert left[0]["title"] == "In English: deposit"


def test_a_step_that_its_source_no_longer_shows_is_gone(told, house):
    told(([NOTHING], BOOK), ([bill(stage("signature", 5))], {}))
    assert told(([bill()], {})) == []


def test_settled_rows_are_not_written_again(told, house):
    told(([NOTHING, curated("signature", 5), event(), statement()], BOOK))
    before = house.db.conn.total_changes
    conclude(house.db, NOBODY)
    assert house.db.conn.total_changes == before


def test_a_changed_event_changes_its_row_and_leaves_a_revision(told, house):
    told(([event(), event(key="zz-other", title="Another")], BOOK))
    rows = told(([event(title="Nobody is asked")], BOOK))
    assert [row["title"] for row in rows] == ["Nobody is asked", "Another"]
    assert house.rows("SELECT table_name, row_key, column_name, old_value, new_value FROM revisions") == [
        ("events", "zz-asked", "title", "Somebody is asked", "Nobody is asked")
    ]


def test_an_office_is_no_event(told):
    post = Office(key="zz-post", country="zz", person=PERSON, kind="minister", title="Minister")
    assert told(([post], BOOK)) == []


@pytest.mark.parametrize(("day", "kind"), [(5, "confirms"), (6, "contradicts")])
def test_the_record_confirms_or_contradicts_the_date_of_a_curated_step(told, house, day, kind):
    told(([NOTHING, curated("signature", 5)], BOOK), ([bill(stage("signature", day))], {}))
    assert house.rows(
        "SELECT kind, field, official_value, is_official, other_value, other_place FROM discrepancies"
    ) == [(kind, "signature", f"2025-01-0{day}", 1, "2025-01-05", "A book")]


def test_of_several_steps_of_a_kind_none_confirms_the_other(told, house):
    several = bill(stage("committee", 5), stage("committee", 6, identifier="later"))
    told(([NOTHING, curated("committee", 5)], BOOK), ([several], {}))
    assert house.rows("SELECT kind FROM discrepancies") == []
