"""Each alarm is raised by what it watches for, and by nothing else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_house import expectation, note, sitting

from db.alarming import AlarmError, raise_alarms, read_watch, standing_alarms, watches
from db.ledger import RunFigures

TUESDAY = dt.date(2025, 2, 25)
NOW = dt.datetime(2025, 3, 1, 4, 0, tzinfo=dt.UTC)


@pytest.fixture
def nights(house):
    """Lets a spider run night after night, ending now."""
    house.damage("DELETE FROM runs")

    def run(count, *, spider="nowhere", ago=0, every=1, responses=40, state="ok", selection=""):
        for night in reversed(range(count)):
            run_id = house.ledger.begin(spider, "live", selection)
            house.ledger.end(run_id, state, None, RunFigures(responses=responses))
            moment = NOW - dt.timedelta(days=ago + night * every)
            house.damage(f"UPDATE runs SET started_at = '{moment.isoformat()}' WHERE id = {run_id}")

    return run


def raised(house, now=NOW):
    return [alarm.alarm for alarm in raise_alarms(house.db, now)]


def test_quiet_weeks_raise_nothing(house, nights):
    nights(30)
    assert raised(house) == []


def test_a_source_that_is_asked_weekly_may_be_silent_for_a_week(house, nights):
    nights(8, every=7, ago=7)
    assert raised(house) == []


def test_a_source_that_is_silent_for_much_longer_than_usual_is_named(house, nights):
    nights(10, ago=5)
    nights(10, spider="elsewhere")
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.source) == ("source_is_silent", "nowhere")
    assert alarm.expected == "a good run about every 1.0 days"
    assert alarm.came == "none since 2025-02-24"
    assert "systemctl" in alarm.advice


def test_a_night_in_which_no_crawl_could_begin_is_named_the_same_night(house, nights):
    nights(10, ago=1)
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.came) == ("no_run_began", "none has begun since 2025-02-28 04:00:00")
    nights(1)
    assert raised(house) == []
    assert standing_alarms(house.db) == []


def test_a_crawl_by_hand_in_between_is_no_night_of_its_own(house, nights):
    nights(10, ago=1)
    nights(1, ago=0.4, spider="elsewhere")
    assert raised(house) == []


def test_a_run_that_ended_badly_is_named_with_its_reason(house, nights):
    nights(5)
    nights(1, state="unreachable")
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.came) == ("run_ended_badly", "unreachable")


def test_a_source_that_is_dead_for_days_is_told_once_and_again_when_it_fails_in_another_way(house, nights):
    nights(2, state="unreachable", ago=1)
    assert raised(house) == ["run_ended_badly"]
    nights(1, state="unreachable")
    assert raised(house) == []
    nights(1, state="refused")
    assert raised(house) == ["run_ended_badly"]


def test_a_run_that_was_killed_is_named_after_half_a_day(house, nights):
    nights(3, ago=1)
    house.ledger.begin("nowhere", "live", "")
    house.damage(f"UPDATE runs SET started_at = '{NOW.isoformat()}' WHERE state = 'running'")
    assert raised(house, NOW + dt.timedelta(hours=11)) == []
    assert raised(house, NOW + dt.timedelta(hours=13)) == ["run_was_killed"]


def test_a_list_that_lost_its_entries_is_named(house, nights):
    nights(6, ago=1)
    nights(1, responses=12)
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.expected, alarm.came) == ("counts_are_far_off", "about 40 answers", "12")


def test_a_run_of_another_selection_is_not_compared(house, nights):
    nights(6, ago=1, selection="term 1")
    nights(1, responses=12)
    assert raised(house) == []


def test_a_quarantined_answer_is_named_until_it_can_be_read(house, nights):
    nights(3)
    house.ledger.note(house.run, note(), quarantined="unknown label 'Perhaps'")
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.came) == ("answer_is_quarantined", "unknown label 'Perhaps'")
    house.provenance()
    assert raised(house) == []
    assert standing_alarms(house.db) == []


def test_a_shape_that_differs_is_named_for_thirty_days(house, nights):
    nights(3)
    response = house.provenance(at="2025-02-20T00:00:00.000+00:00").response_id
    house.ledger.shape_difference("zz-api.vote", "unknown", "perhaps", response)
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.came) == ("shape_differs", "unknown perhaps")
    raised(house, NOW + dt.timedelta(days=40))
    assert "shape_differs" not in [alarm.alarm for alarm in standing_alarms(house.db)]


def test_a_house_that_sat_without_a_vote_is_named_where_its_term_is_crawled(house, nights):
    nights(3, selection="term 1")
    house.says(sitting(TUESDAY), expectation(12, "zz-house-1-s4", "votes"))
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.source) == ("house_sat_and_nothing_came", "zz-house")
    assert alarm.expected == "12 votes of the sitting of 2025-02-25"


def test_a_house_whose_bills_alone_are_followed_may_sit_without_us(house, nights):
    nights(3)
    house.says(sitting(TUESDAY), expectation(12, "zz-house-1-s4", "votes"))
    assert raised(house) == []


def test_a_grave_finding_is_an_alarm(house, nights):
    nights(3)
    house.damage(
        "INSERT INTO findings (invariant, severity, explanation, subject_key, message, found_at)"
        " VALUES ('options_are_known', 'error', 'Every option is known.', 'zz-1', 'odd', '2025-03-01')"
    )
    assert raised(house) == ["database_is_wrong"]


def test_an_alarm_that_stands_is_not_raised_again(house, nights):
    nights(1, state="failed")
    assert raised(house) == ["run_ended_badly"]
    assert raised(house) == []
    assert [alarm.alarm for alarm in standing_alarms(house.db)] == ["run_ended_badly"]


def test_an_alarm_that_is_gone_stays_in_the_history(house, nights):
    nights(1, state="failed", ago=1)
    raised(house)
    nights(1)
    raised(house)
    assert house.rows("SELECT alarm, cleared_at IS NOT NULL FROM alarms") == [("run_ended_badly", 1)]


def test_every_alarm_says_what_to_do():
    assert len(watches()) >= 8
    assert all(watch.explanation.endswith(".") and watch.advice for watch in watches())


@given(st.text())
def test_any_text_is_a_watch_or_a_named_error(text):
    try:
        found = read_watch("nobody", text)
    except AlarmError as error:
        assert "nobody" in str(error)  # noqa: PT017  the other ending is as good
    else:
        assert found.sql.strip()


def test_a_treaty_page_that_changed_is_named_for_a_week(house, nights):
    nights(3)
    response = house.provenance().response_id
    house.damage(
        "INSERT INTO revisions (table_name, row_key, column_name, old_value, new_value, response_id, seen_at)"
        f" VALUES ('treaty_counts', 'apmbc-un', 'parties', '164', '161', {response}, '2025-02-28')"
    )
    (alarm,) = raise_alarms(house.db, NOW)
    assert (alarm.alarm, alarm.expected, alarm.came) == ("treaty_page_changed", "parties 164", "161")
    assert raised(house, NOW + dt.timedelta(days=9)) == []
