import shlex
import sys

import pytest

from db.alarming import Alarm
from scrapers.notices import COMMAND, NoticeError, as_text, send

ALARM = Alarm(
    alarm="source_is_silent",
    source="atlantis",
    page="https://atlantis.example/votes",
    expected="a good run every day",
    came="none since Monday",
    explanation="Nothing was read.",
    advice="Look at the schedule.",
)


@pytest.fixture
def letters(tmp_path, monkeypatch):
    """A command that keeps what it is told."""
    kept = tmp_path / "letters"
    program = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read())"
    monkeypatch.setenv(COMMAND, shlex.join([sys.executable, "-c", program, str(kept)]))
    return kept


@pytest.mark.parametrize(
    "part",
    [ALARM.alarm, ALARM.source, ALARM.page, ALARM.expected, ALARM.came, ALARM.advice, ALARM.explanation],
)
def test_an_alarm_says_what_where_what_was_expected_what_came_and_what_to_do(part):
    assert part in as_text([ALARM])


def test_alarms_reach_the_command_of_the_keeper(letters):
    send([ALARM, ALARM])
    assert letters.read_text() == as_text([ALARM, ALARM])


def test_a_quiet_night_sends_nothing(letters):
    send([])
    assert not letters.exists()


def test_without_a_command_nothing_is_sent(monkeypatch):
    monkeypatch.delenv(COMMAND, raising=False)
    send([ALARM])


@pytest.mark.parametrize("command", ["no-such-command", "false", "'unclosed"])
def test_a_command_that_fails_is_a_named_error(monkeypatch, command):
    monkeypatch.setenv(COMMAND, command)
    with pytest.raises(NoticeError, match=COMMAND):
        send([ALARM])
