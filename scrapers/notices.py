"""Telling somebody: the alarms of a night go to the command that the keeper of the job has set."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable

from db.alarming import Alarm

COMMAND = "OTTAWA_ALARM_COMMAND"
"""The variable of the environment that holds the command, such as `mail -s ottawa desk@example.org`. It reads
the alarms on its standard input."""

PATIENCE = 60
"""Seconds that the command may take."""


class NoticeError(Exception):
    """The alarms could not be handed on: the message says to which command and why."""


def send(alarms: Iterable[Alarm]) -> None:
    """Hand alarms to the command of the keeper, if there is one and anything to tell.

    Raises:
        NoticeError: The command is not there, fails, or does not end.
    """
    text = as_text(alarms)
    command = os.environ.get(COMMAND, "")
    if not text or not command:
        return
    try:
        subprocess.run(  # noqa: S603  the keeper's own command
            shlex.split(command), input=text, text=True, check=True, timeout=PATIENCE
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoticeError(f"{COMMAND}: {error}") from error


def as_text(alarms: Iterable[Alarm]) -> str:
    """Alarms as a mail says them: what, where, what was expected, what came, and what to do."""
    return "\n".join(
        f"{alarm.alarm}: {alarm.source}: {alarm.page}\n"
        f"  {alarm.explanation}\n"
        f"  expected: {alarm.expected}\n"
        f"  came:     {alarm.came}\n"
        f"  do:       {alarm.advice}\n"
        for alarm in alarms
    )
