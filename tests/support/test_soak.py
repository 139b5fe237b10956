import pytest
from soak import Night, Plan, lost, moved, soak, world, wrong_alarms, wrong_nights

PLAN = Plan(ballots={2: (1, 2)}, transcripts={3: (1, 1)}, dead=range(20, 20), short=30, changed=7)


@pytest.fixture(scope="module")
def nights(tmp_path_factory):
    """Ten nights: what is corrected early is asked for again soon."""
    return soak(10, PLAN, tmp_path_factory.mktemp("soak"))


def test_every_alarm_comes_in_its_night_and_every_correction_is_a_revision(nights):
    played, wrong = nights
    assert wrong == []
    assert [night.number for night in played if night.raised] == [PLAN.changed]


def test_a_night_without_news_asks_little_and_writes_nothing(nights):
    quiet = nights[0][-1]
    assert (quiet.rows, quiet.errors) == (0, 0)
    assert 0 < quiet.requests < quiet.answers


def test_the_house_sits_every_second_week():
    assert moved("2025-01-02 02-01-2025") == "2025-02-17 17-02-2025"
    assert len(world(PLAN, 14)) > len(world(PLAN, 13))


def test_a_false_alarm_a_dear_night_and_an_unasked_row_are_told():
    played = [
        Night(0),
        Night(1, raised={"run_ended_badly"}, rows=1),
        Night(2),
        Night(3, requests=41, errors=1),
    ]
    assert wrong_alarms(PLAN, played) == ["night 1: ['run_ended_badly'] where [] was due"]
    assert wrong_nights(PLAN, played) == [
        "night 3: 1 findings",
        "night 3: 41 requests",
        "night 1: rows, though nothing happened",
    ]


def test_a_lost_correction_is_told(tmp_path):
    class Empty:
        def execute(self, _):
            return []

    assert lost(PLAN, 3, Empty()) == [
        "no revision of pl-sejm-10-1-2",
        "no revision of pl-sejm-10-1-2025-02-03-1",
    ]
